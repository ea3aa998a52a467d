package org.berea.benchmarks.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.berea.benchmarks.faults.breaking.Injury;
import org.berea.benchmarks.faults.checking.Trouble;
import org.berea.benchmarks.faults.planning.Fault;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.sabotage.CrashPoint;

/** Tells the checker what was hurt when. */
final class Troubles {
    private static final Set<Target> ON_THE_WAY =
            EnumSet.of(Target.INFERENCE, Target.INFERENCE_2, Target.SIMULATOR);
    // Until the signals have reached the last of its processes.
    private static final Duration SIGNALLING = Duration.ofSeconds(1);

    private Troubles() {}

    static Trouble of(List<Injury> injuries) {
        return new Trouble(
                spans(injuries, Troubles::isOfRedis),
                injuries.stream().anyMatch(injury -> injury.fault() instanceof Fault.Empty),
                spans(injuries, Troubles::isOnTheWay),
                postgresHeld(injuries));
    }

    private static List<Trouble.Span> postgresHeld(List<Injury> injuries) {
        var spans = new ArrayList<Trouble.Span>();
        for (Injury injury : injuries) {
            if (injury.fault() instanceof Fault.Pause(var target, var length)
                    && target == Target.POSTGRES) {
                Instant held = injury.at().plus(SIGNALLING);
                spans.add(new Trouble.Span(held, injury.at().plus(length)));
            }
        }
        return spans;
    }

    private static List<Trouble.Span> spans(List<Injury> injuries, Predicate<Fault> wanted) {
        return injuries.stream()
                .filter(injury -> wanted.test(injury.fault()))
                .map(injury -> new Trouble.Span(injury.at(), injury.end()))
                .toList();
    }

    private static boolean isOfRedis(Fault fault) {
        return switch (fault) {
            case Fault.Kill(var target) -> target == Target.REDIS;
            case Fault.Restart(var target) -> target == Target.REDIS;
            case Fault.Pause(var target, _) -> target == Target.REDIS;
            case Fault.Empty() -> true;
            case Fault.Crash _ -> false;
        };
    }

    private static boolean isOnTheWay(Fault fault) {
        return switch (fault) {
            case Fault.Kill(var target) -> ON_THE_WAY.contains(target);
            case Fault.Restart(var target) -> ON_THE_WAY.contains(target);
            case Fault.Pause(var target, _) -> ON_THE_WAY.contains(target);
            case Fault.Empty() -> false;
            case Fault.Crash(CrashPoint point) -> point.module() == CrashPoint.Module.INFERENCE;
        };
    }
}
