package org.berea.localstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.berea.localstack.keys.Secret;
import org.berea.localstack.process.Signal;
import org.berea.localstack.servers.GrafanaProgram;
import org.berea.localstack.servers.PostgresCluster;
import org.berea.localstack.servers.PrometheusProgram;
import org.berea.localstack.servers.RedisProgram;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateProgram;
import org.berea.localstack.supervision.Program;

/** Says for every child how it is run. */
final class Programs {
    // A little longer than the services' own limit for draining.
    private static final Duration SERVICE_STOP_LIMIT = Duration.ofSeconds(25);
    private static final Duration STORE_STOP_LIMIT = Duration.ofSeconds(15);
    private static final int KAFKA_HEAP_MEGABYTES = 320;

    private final Layout layout;
    private final DataFolder data;
    private final Environment environment;
    private final ServiceJars jars;
    private final StartCaches caches;
    private final Probe probe = new Probe();

    Programs(Layout layout, DataFolder data, Environment environment, ServiceJars jars) {
        this.layout = layout;
        this.data = data;
        this.environment = environment;
        this.jars = jars;
        this.caches = new StartCaches(jars);
    }

    List<Program> services() {
        return layout.instances().stream().map(this::service).toList();
    }

    /** Prometheus and Grafana as far as they are wanted and on this machine. */
    List<Program> observers() {
        ObserverPorts ports = layout.observers();
        return ports == null ? List.of() : observers(ports);
    }

    private List<Program> observers(ObserverPorts ports) {
        var observers = new Observers(ports, data, jars.project());
        var programs = new ArrayList<Program>();
        PrometheusProgram.find()
                .map(
                        program ->
                                store(
                                        "prometheus",
                                        observers.prometheus(program),
                                        Signal.TERM,
                                        () -> observers.writePrometheus(layout),
                                        () -> probe.isOk(observers.prometheusReady())))
                .ifPresent(programs::add);
        GrafanaProgram.find()
                .map(
                        program ->
                                store(
                                        "grafana",
                                        program.command(),
                                        observers.grafana(),
                                        Signal.TERM,
                                        observers::writeGrafana,
                                        () -> probe.isOk(observers.grafanaReady())))
                .ifPresent(programs::add);
        return programs;
    }

    Program postgres() {
        Secret password = environment.keys().postgresPassword();
        var cluster = new PostgresCluster(data.of("postgres"), password.file());
        int port = layout.postgresPort();
        return store(
                "postgres",
                cluster.command(port),
                Signal.INT,
                cluster::clearLeftovers,
                () -> PostgresCluster.answers(port, password.value()));
    }

    Program redis() {
        int port = layout.redisPort();
        return store(
                "redis",
                RedisProgram.command(data.of("redis"), port),
                Signal.TERM,
                () -> {},
                () -> RedisProgram.answers(port));
    }

    Program kafka() {
        int port = layout.kafkaPort();
        Path folder = data.of("kafka");
        return store(
                "kafka",
                Java.self(KAFKA_HEAP_MEGABYTES, "kafka", folder.toString(), Integer.toString(port)),
                Signal.TERM,
                () -> {},
                () -> Probe.listens(port));
    }

    /**
     * Empty when Lucene keeps the index.
     *
     * @throws StackFailedException when the program is not on this machine; the message says how to
     *     get it
     */
    Optional<Program> weaviate() {
        return Optional.ofNullable(layout.weaviate()).map(this::weaviate);
    }

    private Program weaviate(WeaviatePorts ports) {
        Path program =
                WeaviateProgram.find()
                        .orElseThrow(() -> new StackFailedException(WeaviateProgram.HOW_TO_GET));
        Path folder = data.of("weaviate");
        String key = environment.keys().weaviateKey().value();
        return store(
                "weaviate",
                WeaviateProgram.command(program, ports),
                WeaviateProgram.environment(folder, ports, key),
                Signal.TERM,
                () -> WeaviateProgram.make(folder),
                () -> WeaviateProgram.answers(ports));
    }

    private Program store(
            String name,
            List<String> command,
            Signal stop,
            Runnable beforeStart,
            BooleanSupplier answers) {
        return store(name, command, Map.of(), stop, beforeStart, answers);
    }

    private Program store(
            String name,
            List<String> command,
            Map<String, String> environment,
            Signal stop,
            Runnable beforeStart,
            BooleanSupplier answers) {
        return new Program(
                name,
                Service.STORE_STAGE,
                command,
                environment,
                Environment.MODEL_SECRETS,
                data.log(name),
                stop,
                STORE_STOP_LIMIT,
                beforeStart,
                answers);
    }

    private Program service(Instance instance) {
        Service service = instance.service();
        String jar = jars.of(service).toString();
        return new Program(
                instance.name(),
                service.stage(),
                command(service, jar, caches.options(service)),
                environment.of(instance),
                environment.withheldFrom(service),
                data.log(instance.name()),
                Signal.TERM,
                SERVICE_STOP_LIMIT,
                () -> {},
                () -> probe.isOk(instance.readinessUrl()));
    }

    private static List<String> command(Service service, String jar, List<String> cache) {
        var arguments = new ArrayList<>(service.javaOptions());
        arguments.addAll(cache);
        arguments.addAll(List.of("-jar", jar));
        return Java.command(service.heapMegabytes(), arguments.toArray(String[]::new));
    }
}
