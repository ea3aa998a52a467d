package org.berea.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserverProgramsTest {
    @TempDir Path folder;

    @Test
    void findsGrafanaWithItsHomeBesideIt() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("grafana/bin"));
        Path program = Files.writeString(bin.resolve("grafana"), "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(GrafanaProgram.find(null)).isEmpty();

        Path home = folder.resolve("grafana").toRealPath();
        Files.writeString(
                Files.createDirectories(home.resolve("conf")).resolve("defaults.ini"), "");

        assertThat(GrafanaProgram.find("/nowhere:" + bin))
                .hasValueSatisfying(
                        found ->
                                assertThat(found.command())
                                        .containsExactly(
                                                program.toString(),
                                                "server",
                                                "--homepath",
                                                home.toString()));
    }

    @Test
    void asksEveryInstanceUnderTheNameOfItsService() {
        String configuration =
                PrometheusProgram.configuration(
                        "/rules/*.yml",
                        Map.of("inference", List.of("127.0.0.1:9081", "127.0.0.1:4711")));

        assertThat(configuration)
                .contains("  - '/rules/*.yml'\n")
                .contains(
                        """
                          - job_name: inference
                            metrics_path: /actuator/prometheus
                            static_configs:
                              - targets: ['127.0.0.1:9081', '127.0.0.1:4711']
                        """);
    }
}
