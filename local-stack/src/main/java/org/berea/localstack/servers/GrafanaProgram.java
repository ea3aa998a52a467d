package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Grafana program, which has to be on the PATH, and how it is run.
 *
 * @param program the executable
 * @param home the folder with its defaults and its pages
 */
public record GrafanaProgram(Path program, Path home) {
    /** What to do when {@link #find} finds nothing. */
    public static final String HOW_TO_GET =
            "Grafana is not on the PATH: 'brew install grafana', or a package or archive from"
                    + " https://grafana.com/grafana/download";

    private static final String NAME = "grafana";

    /** Looks on the PATH, and for its home beside it or where packages put it. */
    public static Optional<GrafanaProgram> find() {
        return find(System.getenv("PATH"));
    }

    static Optional<GrafanaProgram> find(@Nullable String path) {
        return OnPath.find(NAME, path)
                .flatMap(program -> home(program).map(home -> new GrafanaProgram(program, home)));
    }

    /** Runs the server in the foreground. */
    public List<String> command() {
        return List.of(program.toString(), "server", "--homepath", home.toString());
    }

    /** Its settings: on 127.0.0.1, where everybody may look and only its administrator change. */
    public static Map<String, String> environment(Path data, Path provisioning, int port) {
        return Map.of(
                "GF_SERVER_HTTP_ADDR", "127.0.0.1",
                "GF_SERVER_HTTP_PORT", Integer.toString(port),
                "GF_PATHS_DATA", data.toString(),
                "GF_PATHS_LOGS", data.resolve("logs").toString(),
                "GF_PATHS_PROVISIONING", provisioning.toString(),
                "GF_AUTH_ANONYMOUS_ENABLED", "true",
                "GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer",
                "GF_ANALYTICS_REPORTING_ENABLED", "false",
                "GF_ANALYTICS_CHECK_FOR_UPDATES", "false");
    }

    /** The one data source, under the name that the dashboards look for. */
    public static String dataSource(String prometheus) {
        return """
        apiVersion: 1
        datasources:
          - name: Prometheus
            uid: berea-prometheus
            type: prometheus
            access: proxy
            url: %s
            isDefault: true
        """
                .formatted(prometheus);
    }

    /** Where the dashboards are. */
    public static String dashboards(Path folder) {
        return """
        apiVersion: 1
        providers:
          - name: Berea
            folder: Berea
            type: file
            options:
              path: '%s'
        """
                .formatted(folder);
    }

    private static Optional<Path> home(Path program) {
        return Stream.of(
                        real(program).resolve("../..").normalize(),
                        real(program).resolve("../../share/grafana").normalize(),
                        Path.of("/usr/share/grafana"))
                .filter(folder -> Files.isRegularFile(folder.resolve("conf/defaults.ini")))
                .findFirst();
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + program, e);
        }
    }
}
