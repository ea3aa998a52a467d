package org.berea.localstack.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.WeaviatePorts;
import org.jspecify.annotations.Nullable;

/**
 * Who listens where in one run.
 *
 * @param weaviate null when Lucene keeps the index
 * @param observers null when nobody wants to observe
 */
record Layout(
        int postgresPort,
        int redisPort,
        int kafkaPort,
        @Nullable WeaviatePorts weaviate,
        @Nullable ObserverPorts observers,
        List<Instance> instances) {
    private static final int POSTGRES = 5432;
    private static final int REDIS = 6379;
    private static final int KAFKA = 9092;
    private static final int WEAVIATE = 8079;
    private static final int WEAVIATE_GRPC = 50051;
    private static final int PROMETHEUS = 9090;
    private static final int GRAFANA = 3000;
    private static final int MANAGEMENT_OFFSET = 1000;

    /**
     * Chooses the ports.
     *
     * @throws StackFailedException when the gateway's port is taken
     */
    static Layout plan(UpOptions options) {
        return new Planning(options).layout();
    }

    Instance gateway() {
        return instances.stream()
                .filter(instance -> instance.service() == Service.GATEWAY)
                .findFirst()
                .orElseThrow();
    }

    List<Instance> of(Service service) {
        return instances.stream().filter(instance -> instance.service() == service).toList();
    }

    /** The instances that tell figures of themselves. */
    Stream<Instance> observed() {
        return instances.stream().filter(instance -> instance.service() != Service.SIMULATOR);
    }

    /** The addresses of all instances of a service, separated by commas. */
    String urls(Service service) {
        return of(service).stream().map(Instance::url).collect(Collectors.joining(","));
    }

    private static final class Planning {
        private final UpOptions options;
        private final Set<Integer> given = new HashSet<>();

        Planning(UpOptions options) {
            this.options = options;
        }

        Layout layout() {
            int gateway = gatewayPort();
            var instances = new ArrayList<Instance>();
            Arrays.stream(Service.values())
                    .filter(options::wants)
                    .forEach(service -> instances.addAll(instancesOf(service, gateway)));
            return new Layout(
                    take(POSTGRES),
                    take(REDIS),
                    take(KAFKA),
                    weaviate(),
                    observers(),
                    List.copyOf(instances));
        }

        private @Nullable ObserverPorts observers() {
            return options.observe() ? new ObserverPorts(take(PROMETHEUS), take(GRAFANA)) : null;
        }

        private @Nullable WeaviatePorts weaviate() {
            return switch (options.search()) {
                case LUCENE -> null;
                case WEAVIATE ->
                        new WeaviatePorts(
                                take(WEAVIATE), take(WEAVIATE_GRPC), WeaviatePorts.freeRow());
            };
        }

        private int gatewayPort() {
            if (options.port() == 0) {
                return free();
            }
            if (!FreePorts.isFree(options.port())) {
                throw new StackFailedException(
                        "port %1$d is taken by another program; choose another one, such as --port %2$d, or --port 0 for any that is free"
                                .formatted(options.port(), options.port() + 1));
            }
            given.add(options.port());
            return options.port();
        }

        private List<Instance> instancesOf(Service service, int gatewayPort) {
            return IntStream.rangeClosed(1, options.instancesOf(service))
                    .mapToObj(number -> instance(service, number, gatewayPort))
                    .toList();
        }

        private Instance instance(Service service, int number, int gatewayPort) {
            int port =
                    service == Service.GATEWAY && number == 1 ? gatewayPort : port(service, number);
            int management = number == 1 ? take(port + MANAGEMENT_OFFSET) : free();
            return new Instance(service, number, port, management);
        }

        private int port(Service service, int number) {
            return number == 1 ? take(service.port()) : free();
        }

        private int take(int usual) {
            boolean wanted = options.port() != 0 && !given.contains(usual);
            return wanted && FreePorts.isFree(usual) && given.add(usual) ? usual : free();
        }

        private int free() {
            int port = FreePorts.next();
            return given.add(port) ? port : free();
        }
    }
}
