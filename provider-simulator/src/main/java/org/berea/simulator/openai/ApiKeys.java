package org.berea.simulator.openai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Decides whether a bearer key is accepted: the configured one, or any and none without it. */
public final class ApiKeys {
    private static final String BEARER = "Bearer ";

    private final @Nullable String expected;

    public ApiKeys(@Nullable String expected) {
        this.expected = expected;
    }

    /**
     * @throws ApiException 401 when a key is configured and the request has none or another
     */
    public void check(HttpHeaders headers) {
        if (expected == null || expected.isEmpty()) {
            return;
        }
        String given = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (given == null || !isExpected(given)) {
            throw ApiException.unauthenticated(given != null);
        }
    }

    private boolean isExpected(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                (BEARER + expected).getBytes(StandardCharsets.UTF_8));
    }
}
