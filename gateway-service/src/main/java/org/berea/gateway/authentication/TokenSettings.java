package org.berea.gateway.authentication;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are trusted.
 *
 * @param publicKeyFile PEM of the one public key; either this or {@code jwksUri}
 * @param jwksUri where the issuer publishes its keys
 * @param algorithms RS256, PS256 and ES256 are possible
 * @param clockSkew how far clocks may be apart, at most 30 s
 * @param cohorts the known ones; a token that names another counts as {@code other}
 */
@ConfigurationProperties(prefix = "berea.jwt", ignoreUnknownFields = false)
record TokenSettings(
        @Nullable String publicKeyFile,
        @Nullable String jwksUri,
        @DefaultValue("berea") String issuer,
        @DefaultValue("berea") String audience,
        @DefaultValue("RS256") Set<String> algorithms,
        @DefaultValue("10s") Duration clockSkew,
        @DefaultValue Set<String> cohorts) {
    private static final Set<String> POSSIBLE = Set.of("RS256", "PS256", "ES256");
    private static final Duration LONGEST_SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 500;

    TokenSettings {
        Check.text("berea.jwt.issuer", issuer, LONGEST_NAME);
        Check.text("berea.jwt.audience", audience, LONGEST_NAME);
        checkKeys(isSet(publicKeyFile), isSet(jwksUri));
        if (algorithms.isEmpty() || !POSSIBLE.containsAll(algorithms)) {
            throw InvalidValueException.of(
                    "berea.jwt.algorithms", algorithms, "some of RS256, PS256, ES256");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(LONGEST_SKEW) > 0) {
            throw InvalidValueException.of("berea.jwt.clock-skew", clockSkew, "0s to 30s");
        }
    }

    Optional<Path> keyFile() {
        return Optional.ofNullable(publicKeyFile).filter(TokenSettings::isSet).map(Path::of);
    }

    URI keySet() {
        return URI.create(Check.present("berea.jwt.jwks-uri", jwksUri).strip());
    }

    private static void checkKeys(boolean file, boolean uri) {
        if (file == uri) {
            throw InvalidValueException.unshown(
                    "berea.jwt",
                    file ? "both a key file and a JWKS URI" : "no key",
                    "either BEREA_JWT_PUBLIC_KEY_FILE or BEREA_JWT_JWKS_URI");
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
