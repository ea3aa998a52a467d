package org.berea.localstack.commands;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.localstack.supervision.RunFolder;
import org.berea.localstack.supervision.RunRecord;

/** Stops a running suite, or what a killed one left behind. */
final class DownCommand {
    // Draining and stopping by stages is bounded by the supervisor; this is longer.
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(60);

    private final PrintStream out;

    DownCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, Set.of("--data"), Set.of());
        arguments.requireNoPlain();
        RunFolder run = Home.of(arguments).data().run();
        Optional<RunRecord> supervisor = run.supervisor();
        supervisor.ifPresent(this::stop);
        List<String> left = run.stopLeftoversWithin(LOCK_LIMIT);
        if (!left.isEmpty()) {
            out.println("Stopped what an earlier run left: " + String.join(", ", left));
        }
        out.println(
                supervisor.isEmpty() && left.isEmpty()
                        ? "Berea does not run here."
                        : "Berea has stopped.");
        return 0;
    }

    private void stop(RunRecord supervisor) {
        out.println("Stopping Berea (process " + supervisor.pid() + ") ...");
        supervisor.end(LIMIT);
    }
}
