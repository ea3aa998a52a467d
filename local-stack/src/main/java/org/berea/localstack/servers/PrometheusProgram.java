package org.berea.localstack.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Prometheus program, which has to be on the PATH, and how it is run. */
public final class PrometheusProgram {
    /** What to do when {@link #find} finds nothing. */
    public static final String HOW_TO_GET =
            "Prometheus is not on the PATH: 'apt-get install prometheus', 'brew install prometheus',"
                    + " or unpack https://prometheus.io/download";

    private static final String NAME = "prometheus";

    private PrometheusProgram() {}

    /** Looks on the PATH. */
    public static Optional<Path> find() {
        return OnPath.find(NAME, System.getenv("PATH"));
    }

    /** Runs the server in the foreground, on 127.0.0.1. */
    public static List<String> command(Path program, Path configuration, Path data, int port) {
        return List.of(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + data,
                "--storage.tsdb.retention.time=7d",
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn");
    }

    /**
     * Its configuration.
     *
     * @param rules a pattern of rule files
     * @param targets hosts and ports by the name of their job
     */
    public static String configuration(String rules, Map<String, List<String>> targets) {
        String jobs =
                targets.entrySet().stream()
                        .map(job -> job(job.getKey(), job.getValue()))
                        .collect(Collectors.joining());
        return """
        global:
          scrape_interval: 5s
          evaluation_interval: 5s
        rule_files:
          - '%s'
        scrape_configs:
        %s"""
                .formatted(rules, jobs);
    }

    private static String job(String name, List<String> targets) {
        String quoted =
                targets.stream()
                        .map(target -> "'" + target + "'")
                        .collect(Collectors.joining(", "));
        return """
          - job_name: %s
            metrics_path: /actuator/prometheus
            static_configs:
              - targets: [%s]
        """
                .formatted(name, quoted);
    }
}
