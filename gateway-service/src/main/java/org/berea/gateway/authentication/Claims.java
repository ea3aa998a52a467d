package org.berea.gateway.authentication;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token must say. Spring checks neither issuer nor audience by itself. */
final class Claims {
    private static final int LONGEST_SUBJECT = 200;
    private static final String SERVICES = "service:";

    private Claims() {}

    static OAuth2TokenValidator<Jwt> validator(String issuer, String audience, Duration skew) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(skew),
                new JwtIssuerValidator(issuer),
                must("have an expiry", token -> token.getExpiresAt() != null),
                must("be meant for this service", token -> isFor(audience, token)),
                must("name a user", Claims::isUser));
    }

    private static boolean isFor(String audience, Jwt token) {
        List<String> audiences = token.getAudience();
        return audiences != null && audiences.contains(audience);
    }

    /** Services call each other by names of their own, which no user may take. */
    private static boolean isUser(Jwt token) {
        try {
            String subject = Check.text("sub", token.getSubject(), LONGEST_SUBJECT);
            return !subject.startsWith(SERVICES);
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static OAuth2TokenValidator<Jwt> must(String what, Predicate<Jwt> condition) {
        var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the token must " + what, null);
        return token ->
                condition.test(token)
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(error);
    }
}
