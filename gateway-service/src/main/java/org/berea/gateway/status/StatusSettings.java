package org.berea.gateway.status;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose figures are shown.
 *
 * @param targets such as {@code inference=http://127.0.0.1:9081/actuator/prometheus}; without any
 *     there is no page
 */
@ConfigurationProperties(prefix = "berea.status", ignoreUnknownFields = false)
record StatusSettings(@DefaultValue List<String> targets) {
    private static final String FIELD = "berea.status.targets";

    StatusSettings {
        targets = List.copyOf(targets);
        targets.forEach(StatusSettings::address);
    }

    /** Where each instance tells its figures, by its name. */
    Map<String, URI> addresses() {
        var addresses = new LinkedHashMap<String, URI>();
        targets.forEach(target -> addresses.put(name(target), address(target)));
        return addresses;
    }

    private static String name(String target) {
        return target.substring(0, target.indexOf('='));
    }

    private static URI address(String target) {
        if (!target.matches("[a-z0-9-]+=https?://[^ ]+")) {
            throw InvalidValueException.of(FIELD, target, "NAME=http://HOST:PORT/PATH");
        }
        return URI.create(target.substring(target.indexOf('=') + 1));
    }
}
