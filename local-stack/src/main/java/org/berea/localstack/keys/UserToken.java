package org.berea.localstack.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.caller.Tier;

/**
 * What a token of the local installation says.
 *
 * @param cohort none when empty
 * @param lifetime from now
 */
public record UserToken(
        String user, Tier tier, Optional<String> cohort, Set<String> scopes, Duration lifetime) {
    private static final String BEREA = "berea";

    /** An RS256 JWT with {@code iss} and {@code aud} {@code berea}. */
    public String signedBy(Keys keys) {
        return signedBy(keys.tokenKey());
    }

    /** As {@link #signedBy(Keys)}. */
    public String signedBy(RSAPrivateCrtKey key) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(thumbprint(key))
                            .build();
            var token = new SignedJWT(header, claims(Instant.now()));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    private JWTClaimsSet claims(Instant now) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(BEREA)
                        .audience(BEREA)
                        .subject(user)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .claim("tier", tier.label());
        cohort.ifPresent(name -> claims.claim("cohort", name));
        if (!scopes.isEmpty()) {
            claims.claim("scope", String.join(" ", scopes));
        }
        return claims.build();
    }

    private static String thumbprint(RSAPrivateCrtKey key) throws JOSEException {
        return new RSAKey.Builder(
                        Base64URL.encode(key.getModulus()),
                        Base64URL.encode(key.getPublicExponent()))
                .build()
                .computeThumbprint()
                .toString();
    }
}
