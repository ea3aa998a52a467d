package org.berea.benchmarks.faults.asking;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.keys.Keys;
import org.berea.localstack.keys.UserToken;

/** Tokens of users, each made once. */
final class Tokens {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Keys keys;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    Tokens(Keys keys) {
        this.keys = keys;
    }

    String of(String user) {
        return made.computeIfAbsent(
                user,
                name ->
                        new UserToken(name, Tier.PRO, Optional.empty(), Set.of(), LIFETIME)
                                .signedBy(keys));
    }
}
