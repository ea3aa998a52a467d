package org.berea.chassis.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the instances of each service are.
 *
 * @param services base addresses by {@link ServiceName#label()}
 */
@ConfigurationProperties(prefix = "berea", ignoreUnknownFields = true)
record ServiceAddresses(Map<String, List<URI>> services) {
    ServiceAddresses {
        services = services == null ? Map.of() : Map.copyOf(services);
        services.forEach((name, addresses) -> addresses.forEach(uri -> check(name, uri)));
    }

    List<URI> of(String service) {
        return services.getOrDefault(service, List.of());
    }

    private static void check(String name, URI uri) {
        if (uri.getHost() == null || uri.getPort() < 0) {
            throw InvalidValueException.of(
                    "berea.services." + name, uri, "addresses like http://host:port");
        }
    }
}
