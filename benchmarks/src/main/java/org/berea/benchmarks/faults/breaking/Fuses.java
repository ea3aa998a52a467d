package org.berea.benchmarks.faults.breaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.running.Parts;
import org.berea.benchmarks.faults.running.Waiting;
import org.berea.benchmarks.faults.sabotage.CrashPoint;

/** Tells processes, through files that the agent looks for, to die at a crash point. */
public final class Fuses {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Parts parts;

    public Fuses(Path folder, Parts parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /** Waits until a process dies there, and tells which; empty when none came by. */
    Optional<Target> burn(CrashPoint point) throws InterruptedException {
        Map<Long, Target> before = processes(point);
        try {
            Files.deleteIfExists(burnt(point));
            Files.writeString(armed(point), "");
            Waiting.until(PATIENCE, () -> pid(point) != 0);
            Files.deleteIfExists(armed(point));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
        long pid = pid(point);
        return pid == 0 ? Optional.empty() : Optional.of(before.getOrDefault(pid, anyOf(point)));
    }

    /** The process that died there last; 0 when none did. */
    long pid(CrashPoint point) {
        try {
            return Files.exists(burnt(point))
                    ? Long.parseLong("0" + Files.readString(burnt(point)))
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + burnt(point), e);
        }
    }

    private Map<Long, Target> processes(CrashPoint point) {
        var processes = new HashMap<Long, Target>();
        Arrays.stream(Target.values())
                .filter(target -> target.process().startsWith(point.module().process()))
                .forEach(target -> processes.put(parts.pid(target), target));
        return processes;
    }

    // It was started again after the look: with two instances one cannot tell, with one it is it.
    private static Target anyOf(CrashPoint point) {
        return Arrays.stream(Target.values())
                .filter(target -> target.process().startsWith(point.module().process()))
                .findFirst()
                .orElseThrow();
    }

    private Path armed(CrashPoint point) {
        return folder.resolve(point.name() + ".armed");
    }

    private Path burnt(CrashPoint point) {
        return folder.resolve(point.name() + ".burnt");
    }
}
