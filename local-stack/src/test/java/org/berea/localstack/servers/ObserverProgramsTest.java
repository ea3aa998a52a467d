package org.berea.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObserverProgramsTest {
    @TempDir Path folder;

    @Test
    void findsGrafanaWithItsHomeBesideIt() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("grafana/bin"));
        Path program = program(bin.resolve("grafana"), "");
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

    @ParameterizedTest
    @CsvSource({
        "'prometheus, version 3.5.0 (branch: HEAD, revision: 8be3a95)', true",
        "'prometheus, version 10.0.1 (branch: HEAD)', true",
        "'prometheus, version 2.42.0+ds (branch: debian/sid)', false",
        "'something else', false"
    })
    void takesPrometheusOnlyWhenItReadsOurFigures(String says, boolean taken) throws IOException {
        Path program = program(folder.resolve("prometheus"), "#!/bin/sh\necho '" + says + "'\n");

        assertThat(PrometheusProgram.find(folder.toString()))
                .isEqualTo(taken ? Optional.of(program) : Optional.empty());
    }

    private static Path program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
