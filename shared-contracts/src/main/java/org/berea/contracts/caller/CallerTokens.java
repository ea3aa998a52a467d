package org.berea.contracts.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Mints and verifies the internal caller token, an HS256 JWT that lives five minutes. */
public final class CallerTokens {
    /** The header that carries the token between services. */
    public static final String HEADER = "X-Berea-Caller";

    /** Longer than the longest answer. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String AUDIENCE = "berea-internal";
    private static final int SHORTEST_KEY = 32;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final String issuer;
    private final Clock clock;

    /**
     * @param key at least 32 bytes, shared by all services of one installation
     * @param issuer the service that mints
     */
    public CallerTokens(byte[] key, String issuer, Clock clock) {
        if (key.length < SHORTEST_KEY) {
            throw InvalidValueException.unshown(
                    "caller key", key.length + " bytes", "at least " + SHORTEST_KEY);
        }
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("the caller key cannot be used for HS256", e);
        }
        this.issuer = issuer;
        this.clock = clock;
    }

    public String mint(Caller caller) {
        Instant now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(caller.subject())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .claim("tier", caller.tier().label())
                        .claim("cohort", caller.cohort())
                        .claim("scope", String.join(" ", caller.scopes()))
                        .claim("paid", caller.paid())
                        .claim("soft", caller.soft())
                        .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the caller token cannot be signed", e);
        }
        return token.serialize();
    }

    /** The caller that the token proves; empty for anything missing, forged, foreign or expired. */
    public Optional<Caller> verify(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            var parsed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())
                    || !parsed.verify(verifier)) {
                return Optional.empty();
            }
            var claims = parsed.getJWTClaimsSet();
            return isCurrent(claims) ? Optional.of(caller(claims)) : Optional.empty();
        } catch (ParseException | JOSEException | InvalidValueException e) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Date expiry = claims.getExpirationTime();
        return claims.getAudience().contains(AUDIENCE)
                && expiry != null
                && clock.instant().isBefore(expiry.toInstant());
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        String scope = claims.getStringClaim("scope");
        return new Caller(
                claims.getSubject(),
                Tier.of(claims.getStringClaim("tier")),
                claims.getStringClaim("cohort"),
                scope == null || scope.isBlank() ? Set.of() : Set.of(scope.split(" ")),
                Boolean.TRUE.equals(claims.getBooleanClaim("paid")),
                Boolean.TRUE.equals(claims.getBooleanClaim("soft")));
    }
}
