package org.berea.localstack.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.berea.localstack.servers.GrafanaProgram;
import org.berea.localstack.servers.PrometheusProgram;

/**
 * Prometheus and Grafana beside the suite, with the rules and dashboards of {@code
 * deploy/observability} and the ports of this run. Neither is needed: what is not on this machine
 * is left out.
 */
record Observers(ObserverPorts ports, DataFolder data, Path project) {
    private static final String OBSERVABILITY = "deploy/observability";

    /** Where they are, or how to get them; a line each. */
    static List<String> told(ObserverPorts ports) {
        return List.of(
                PrometheusProgram.find().isPresent()
                        ? "prometheus: http://127.0.0.1:" + ports.prometheus()
                        : PrometheusProgram.HOW_TO_GET,
                GrafanaProgram.find().isPresent()
                        ? "grafana: http://127.0.0.1:" + ports.grafana()
                        : GrafanaProgram.HOW_TO_GET);
    }

    List<String> prometheus(Path program) {
        return PrometheusProgram.command(
                program, configuration(), data.of("prometheus"), ports.prometheus());
    }

    String prometheusReady() {
        return prometheusUrl() + "/-/ready";
    }

    void writePrometheus(Layout layout) {
        String rules = project.resolve(OBSERVABILITY).resolve("rules/*.yml").toString();
        write(configuration(), PrometheusProgram.configuration(rules, targets(layout)));
    }

    Map<String, String> grafana() {
        return GrafanaProgram.environment(data.of("grafana"), provisioning(), ports.grafana());
    }

    String grafanaReady() {
        return "http://127.0.0.1:" + ports.grafana() + "/api/health";
    }

    void writeGrafana() {
        Path folder = provisioning();
        Path dashboards = project.resolve(OBSERVABILITY).resolve("dashboards");
        write(
                folder.resolve("datasources/prometheus.yml"),
                GrafanaProgram.dataSource(prometheusUrl()));
        write(folder.resolve("dashboards/berea.yml"), GrafanaProgram.dashboards(dashboards));
    }

    /** By the names that the rules and dashboards know, which are those of the services. */
    private static Map<String, List<String>> targets(Layout layout) {
        return layout.observed()
                .collect(
                        groupingBy(
                                instance -> instance.service().label(),
                                TreeMap::new,
                                mapping(
                                        instance -> "127.0.0.1:" + instance.managementPort(),
                                        toList())));
    }

    private String prometheusUrl() {
        return "http://127.0.0.1:" + ports.prometheus();
    }

    private Path configuration() {
        return data.of("prometheus").resolve("prometheus.yml");
    }

    private Path provisioning() {
        return data.of("grafana").resolve("provisioning");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
