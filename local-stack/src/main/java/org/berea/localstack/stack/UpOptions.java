package org.berea.localstack.stack;

import java.util.Map;
import org.berea.contracts.Check;

/**
 * How the suite is to be started.
 *
 * @param port the gateway's; 0 takes a free one, and free ones for everything else too, so that
 *     several stacks can run side by side
 * @param fresh whether to forget all data first
 * @param simulator whether to start the provider simulator and to use it as the model
 * @param search what the index is kept in
 * @param observe whether to start Prometheus and Grafana too, as far as they are on this machine
 * @param instances how many of each service, 1 where absent
 */
public record UpOptions(
        int port,
        boolean fresh,
        boolean simulator,
        SearchEngine search,
        boolean observe,
        Map<Service, Integer> instances) {
    /** The gateway's usual port. */
    public static final int PORT = Service.GATEWAY.port();

    private static final int MOST_INSTANCES = 8;
    private static final int HIGHEST_PORT = 65_535;

    public UpOptions {
        Check.range("--port", port, 0, HIGHEST_PORT);
        instances = Map.copyOf(instances);
        instances.values().forEach(n -> Check.range("--instances", n, 1, MOST_INSTANCES));
    }

    int instancesOf(Service service) {
        return instances.getOrDefault(service, 1);
    }

    boolean wants(Service service) {
        return service != Service.SIMULATOR || simulator;
    }
}
