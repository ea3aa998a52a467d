package org.berea.benchmarks.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.berea.benchmarks.faults.planning.Fault;
import org.berea.benchmarks.faults.planning.Plan;
import org.berea.benchmarks.faults.planning.Step;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.sabotage.CrashPoint;
import org.berea.benchmarks.faults.sabotage.Plant;

/** What is done to the suite so that a planted bug can do its harm. */
final class Occasions {
    private static final Duration LOAD = Duration.ofSeconds(15);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration AWAY = Duration.ofSeconds(12);
    // Longer than a heartbeat lasts and than the sweep takes to see it.
    private static final Duration HELD = Duration.ofSeconds(28);

    private Occasions() {}

    static Plan of(Plant plant, long seed) {
        List<Step> steps =
                faults(plant.occasion()).stream().map(fault -> new Step(LOAD, fault)).toList();
        return new Plan(seed, steps);
    }

    private static List<Fault> faults(Plant.Occasion occasion) {
        return switch (occasion) {
            case LOAD -> List.of(new Fault.Pause(Target.MODERATION, MOMENT));
            case KAFKA_AWAY -> List.of(new Fault.Pause(Target.KAFKA, AWAY));
            case POSTGRES_AWAY -> List.of(new Fault.Kill(Target.POSTGRES));
            case INFERENCE_DIES ->
                    List.of(new Fault.Kill(Target.INFERENCE), new Fault.Kill(Target.INFERENCE_2));
            case INFERENCE_HELD ->
                    List.of(
                            new Fault.Pause(Target.INFERENCE, HELD),
                            new Fault.Pause(Target.INFERENCE_2, HELD));
            case WORKER_DIES -> Collections.nCopies(3, new Fault.Crash(CrashPoint.COMMITTED));
        };
    }
}
