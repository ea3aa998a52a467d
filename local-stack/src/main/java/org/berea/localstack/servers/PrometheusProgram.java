package org.berea.localstack.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Prometheus program, which has to be on the PATH, and how it is run. */
public final class PrometheusProgram {
    /** What to do when {@link #find} finds nothing. */
    public static final String HOW_TO_GET =
            "Prometheus 3 is not on the PATH: 'brew install prometheus', or unpack"
                    + " https://prometheus.io/download";

    private static final String NAME = "prometheus";

    // 2.42, which Debian 12 has, refuses a whole scrape for the exemplars of some counters.
    private static final int OLDEST = 3;

    private static final Pattern VERSION = Pattern.compile("prometheus, version (\\d+)\\.");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private PrometheusProgram() {}

    /** Looks on the PATH; one that is too old is none. */
    public static Optional<Path> find() {
        return find(System.getenv("PATH"));
    }

    static Optional<Path> find(@Nullable String path) {
        return OnPath.find(NAME, path).filter(PrometheusProgram::isRecent);
    }

    private static boolean isRecent(Path program) {
        try {
            Process process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            try (var output = process.inputReader()) {
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    return false;
                }
                Matcher version = VERSION.matcher(output.readAllAsString());
                return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
