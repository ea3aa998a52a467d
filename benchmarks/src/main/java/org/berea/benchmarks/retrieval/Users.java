package org.berea.benchmarks.retrieval;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.commands.Home;
import org.berea.localstack.keys.UserToken;

/**
 * As whom the questions are asked: by one user after the other, each new and no more often than its
 * request bucket allows at once, so that the gateway turns nobody away.
 */
final class Users {
    // The bucket of tier pro holds 200.
    private static final int QUESTIONS_EACH = 150;
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);
    private static final int RUNS = 1_000_000;

    private final Home home;
    private final int run = ThreadLocalRandom.current().nextInt(RUNS);
    private int asked;
    private String authorization = "";

    Users(Home home) {
        this.home = home;
    }

    /** The header for the next question. */
    synchronized String next() {
        if (asked % QUESTIONS_EACH == 0) {
            authorization = home.authorization(user(asked / QUESTIONS_EACH));
        }
        asked++;
        return authorization;
    }

    private UserToken user(int number) {
        String name = "measure-" + run + "-" + number;
        return new UserToken(name, Tier.PRO, Optional.empty(), Set.of(), TOKEN_LIFETIME);
    }
}
