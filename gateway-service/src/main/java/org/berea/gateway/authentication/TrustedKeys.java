package org.berea.gateway.authentication;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.contracts.InvalidValueException;

/** Which key may have signed a token. The algorithm is ours to choose, never the token's. */
final class TrustedKeys {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int LARGEST_SET = 256 * 1024;
    private static final long KEEP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long WAIT_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final long OUTAGE_MILLIS = Duration.ofHours(4).toMillis();

    // While no keys can be fetched.
    private static final long PAUSE_MILLIS = Duration.ofSeconds(10).toMillis();

    private TrustedKeys() {}

    static JWSKeySelector<SecurityContext> of(TokenSettings settings) {
        Set<JWSAlgorithm> algorithms =
                settings.algorithms().stream()
                        .map(JWSAlgorithm::parse)
                        .collect(toUnmodifiableSet());
        return settings.keyFile()
                .map(file -> fromFile(file, algorithms))
                .orElseGet(() -> fromKeySet(settings.keySet(), algorithms));
    }

    /** The one key, whatever key id a token names. */
    private static JWSKeySelector<SecurityContext> fromFile(
            Path file, Set<JWSAlgorithm> algorithms) {
        PublicKey key = PublicKeyFile.read(file);
        return (header, _) -> algorithms.contains(header.getAlgorithm()) ? List.of(key) : List.of();
    }

    private static JWSKeySelector<SecurityContext> fromKeySet(
            URI uri, Set<JWSAlgorithm> algorithms) {
        var healthy = new AtomicBoolean();
        JWKSource<SecurityContext> source =
                JWKSourceBuilder.create(new SeldomRefetched(fetched(uri)))
                        .cache(KEEP_MILLIS, WAIT_MILLIS)
                        .refreshAheadCache(false)
                        .rateLimited(PAUSE_MILLIS)
                        .outageTolerant(OUTAGE_MILLIS)
                        .healthReporting(
                                it -> healthy.set(it.getHealthStatus() == HealthStatus.HEALTHY))
                        .build();
        return unknownWhilePausing(new JWSVerificationKeySelector<>(algorithms, source), healthy);
    }

    /** While we pause, a key is unknown; unless we pause because no keys could be fetched. */
    private static JWSKeySelector<SecurityContext> unknownWhilePausing(
            JWSKeySelector<SecurityContext> keys, AtomicBoolean healthy) {
        return (header, context) -> {
            try {
                return keys.selectJWSKeys(header, context);
            } catch (RateLimitReachedException e) {
                if (healthy.get()) {
                    return List.of();
                }
                throw e;
            }
        };
    }

    private static JWKSetSource<SecurityContext> fetched(URI uri) {
        var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_SET);
        return new URLBasedJWKSetSource<>(url(uri), retriever);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw InvalidValueException.of("berea.jwt.jwks-uri", uri, "an http or https URI");
        }
    }
}
