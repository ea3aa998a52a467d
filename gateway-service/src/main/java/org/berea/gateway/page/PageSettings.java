package org.berea.gateway.page;

import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the page is told about this installation.
 *
 * @param contact whom users may write to, an address such as {@code mailto:help@example.org} or
 *     {@code https://example.org/help}; empty for nobody
 */
@ConfigurationProperties(prefix = "berea.page", ignoreUnknownFields = false)
record PageSettings(@Nullable String contact) {
    PageSettings {
        contact = contact == null ? "" : contact.strip();
        if (!contact.isEmpty() && !contact.matches("(mailto:|https?://)\\S{1,300}")) {
            throw InvalidValueException.of(
                    "berea.page.contact", contact, "mailto:… or https://…, without blanks");
        }
    }
}
