package org.berea.localstack.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.berea.localstack.keys.Keys;
import org.berea.localstack.servers.PostgresCluster;
import org.berea.localstack.servers.RedisProgram;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateProgram;

/** The settings of each service, as environment variables. */
record Environment(Layout layout, DataFolder data, Keys keys, UpOptions options) {
    /** What a user may have set for the models; only the services that call models get it. */
    static final Set<String> MODEL_SECRETS = Set.of("OPENAI_API_KEY", "ANTHROPIC_API_KEY");

    private static final String DRAIN = "20s";

    Map<String, String> of(Instance instance) {
        var settings = new HashMap<>(common(instance));
        settings.putAll(
                switch (instance.service()) {
                    case GATEWAY -> gateway();
                    case WORKER -> worker();
                    case SEARCH -> search(instance);
                    case INFERENCE -> inference();
                    case EMBEDDING, MODERATION, SIMULATOR -> Map.of();
                });
        return settings;
    }

    Set<String> withheldFrom(Service service) {
        return switch (service) {
            case INFERENCE, EMBEDDING -> Set.of();
            case GATEWAY, MODERATION, SEARCH, WORKER, SIMULATOR -> MODEL_SECRETS;
        };
    }

    private Map<String, String> common(Instance instance) {
        var settings = new HashMap<String, String>();
        settings.put("SERVER_PORT", Integer.toString(instance.port()));
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort()));
        settings.put("BEREA_CALLER_KEY_FILE", keys.callerKeyFile().toString());
        settings.put("BEREA_DRAIN", DRAIN);
        settings.put("REDIS_URL", RedisProgram.url(layout.redisPort()));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + layout.kafkaPort());
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY && service != Service.SIMULATOR) {
                settings.put(service.addressVariable(), layout.urls(service));
            }
        }
        return settings;
    }

    private Map<String, String> gateway() {
        return Map.of(
                "BEREA_JWT_PUBLIC_KEY_FILE", keys.publicKeyFile().toString(),
                "BEREA_JWT_ISSUER", "berea",
                "BEREA_JWT_AUDIENCE", "berea",
                "BEREA_JWT_ALGORITHMS", "RS256",
                "BEREA_STATUS_TARGETS", statusTargets());
    }

    /**
     * Only here does the gateway know where the figures are: its status page is for one machine.
     */
    private String statusTargets() {
        return layout.observed()
                .map(instance -> instance.name() + "=" + instance.metricsUrl())
                .collect(Collectors.joining(","));
    }

    private Map<String, String> worker() {
        return Map.of(
                "POSTGRES_URL",
                PostgresCluster.jdbcUrl(layout.postgresPort()),
                "POSTGRES_USER",
                PostgresCluster.NAME,
                "POSTGRES_PASSWORD",
                keys.postgresPassword().value(),
                "BEREA_SAMPLE_CORPUS",
                "true");
    }

    private Map<String, String> search(Instance instance) {
        var settings = new HashMap<String, String>();
        settings.put("BEREA_SEARCH_INSTANCE", instance.name());
        settings.put("BEREA_DATA_DIR", data.of("index").resolve(instance.name()).toString());
        WeaviatePorts weaviate = layout.weaviate();
        if (weaviate != null) {
            settings.put("BEREA_SEARCH_ENGINE", SearchEngine.WEAVIATE.label());
            settings.put("WEAVIATE_URL", WeaviateProgram.url(weaviate.rest()));
            settings.put("WEAVIATE_GRPC_PORT", Integer.toString(weaviate.grpc()));
            settings.put("WEAVIATE_API_KEY", keys.weaviateKey().value());
        }
        return settings;
    }

    private Map<String, String> inference() {
        if (!options.simulator()) {
            return Map.of();
        }
        return Map.of(
                "OPENAI_API_KEY",
                "simulator",
                "OPENAI_BASE_URL",
                layout.urls(Service.SIMULATOR) + "/v1");
    }
}
