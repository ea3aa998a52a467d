package org.berea.localstack.commands;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Stops what a supervisor left behind that was killed; started by its death. */
final class ReapCommand {
    private ReapCommand() {}

    static int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, Set.of("--data"), Set.of());
        // Whoever has the lock cleans up by itself.
        Home.of(arguments).data().run().stopLeftoversWithin(Duration.ZERO);
        return 0;
    }
}
