package org.berea.gateway.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the page is told about this installation.
 *
 * @param contact whom users may write to, an address such as {@code mailto:help@example.org} or
 *     {@code https://example.org/help}; empty for nobody
 * @param signIn where people sign in; null where they do by a link alone
 */
@ConfigurationProperties(prefix = "berea.page", ignoreUnknownFields = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageSettings(@Nullable String contact, @Nullable SignIn signIn) {
    private static final int LONGEST = 300;

    /**
     * An OpenID Connect issuer that lets the page sign people in by itself (authorization code with
     * PKCE, no secret).
     *
     * @param issuer its address, below which {@code /.well-known/openid-configuration} is found
     * @param clientId the page's name there
     * @param scope what is asked for
     */
    record SignIn(@Nullable String issuer, @Nullable String clientId, @Nullable String scope) {
        boolean isAbsent() {
            return issuer == null || issuer.isBlank();
        }

        private SignIn checked() {
            String address = Check.text("berea.page.sign-in.issuer", issuer, LONGEST);
            if (!address.matches("https?://[\\w.-]+(:\\d{1,5})?(/[\\w./~-]*)?")) {
                throw InvalidValueException.of(
                        "berea.page.sign-in.issuer", address, "an http or https address");
            }
            Check.text("berea.page.sign-in.client-id", clientId, LONGEST);
            return new SignIn(
                    address, clientId, scope == null || scope.isBlank() ? "openid" : scope);
        }
    }

    PageSettings {
        contact = contact == null ? "" : contact.strip();
        if (!contact.isEmpty() && !contact.matches("(mailto:|https?://)\\S{1,300}")) {
            throw InvalidValueException.of(
                    "berea.page.contact", contact, "mailto:… or https://…, without blanks");
        }
        signIn = signIn == null || signIn.isAbsent() ? null : signIn.checked();
    }

    /** The issuer's origin, which the page has to speak to. */
    Optional<String> issuerOrigin() {
        return Optional.ofNullable(signIn)
                .map(it -> URI.create(Check.present("issuer", it.issuer())))
                .map(it -> it.getScheme() + "://" + it.getRawAuthority());
    }
}
