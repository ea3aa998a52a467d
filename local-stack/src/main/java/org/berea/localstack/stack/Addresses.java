package org.berea.localstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.localstack.servers.WeaviatePorts;

/** Tells people where everything listens. */
final class Addresses {
    private Addresses() {}

    static List<String> of(Layout layout) {
        var lines = new ArrayList<String>();
        lines.add(
                "stores: "
                        + Stream.of(
                                        "PostgreSQL " + layout.postgresPort(),
                                        "Redis " + layout.redisPort(),
                                        "Kafka " + layout.kafkaPort(),
                                        weaviate(layout))
                                .filter(store -> !store.isEmpty())
                                .collect(Collectors.joining(", ")));
        for (Instance instance : layout.instances()) {
            lines.add(
                    "%s: %s (management port %d)"
                            .formatted(instance.name(), instance.url(), instance.managementPort()));
        }
        ObserverPorts observers = layout.observers();
        if (observers != null) {
            lines.addAll(Observers.told(observers));
        }
        return List.copyOf(lines);
    }

    private static String weaviate(Layout layout) {
        WeaviatePorts ports = layout.weaviate();
        return ports == null ? "" : "Weaviate %d (gRPC %d)".formatted(ports.rest(), ports.grpc());
    }
}
