package org.berea.gateway.authentication;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;

/**
 * An issuer's keys, fetched again at most once a minute once they are known. A key id that is
 * unknown makes us look for new keys; without a pause anybody could make us do nothing else.
 */
final class SeldomRefetched implements JWKSetSource<SecurityContext> {
    private static final long PAUSE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final JWKSetSource<SecurityContext> source;
    private boolean known;
    private long pausedUntil = Long.MIN_VALUE;

    SeldomRefetched(JWKSetSource<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public synchronized JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        if (now < pausedUntil) {
            throw new RateLimitReachedException();
        }
        JWKSet keys = source.getJWKSet(refresh, now, context);
        if (known) {
            pausedUntil = now + PAUSE_MILLIS;
        }
        known = true;
        return keys;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
