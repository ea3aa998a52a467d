package org.berea.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script's {@code measure}, in a project of its own that is built from this class path. */
@Timeout(60)
class ScriptTest {
    private static final String CLASS_PATH =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(entry -> Path.of(entry).toUri().toString())
                    .collect(Collectors.joining(" "));

    private record Ended(int code, String output) {}

    @TempDir Path folder;

    @BeforeEach
    void build() throws Exception {
        Files.copy(Path.of("..", "berea"), folder.resolve("berea"));
        Path localStack = Files.createDirectories(folder.resolve("local-stack/target/lib"));
        Path benchmarks = Files.createDirectories(folder.resolve("benchmarks/target/lib"));
        jar(localStack.resolve("class-path.jar"), CLASS_PATH);
        jar(localStack.resolveSibling("local-stack-1.jar"), "");
        jar(benchmarks.resolveSibling("benchmarks-1.jar"), "");
    }

    @Test
    void listsTheMeasurementsWhenNoneIsNamed() throws Exception {
        Ended ended = berea("measure");

        assertThat(ended.output())
                .startsWith("Nothing is named to measure.")
                .contains("latency ", "references ");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void refusesAMeasurementThatIsNotThere() throws Exception {
        Ended ended = berea("measure", "happiness");

        assertThat(ended.output())
                .contains(
                        "'happiness' (expected: cardinality, dashboards, faults, latency, ranking, references, retrieval, search or trace)");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void measuresReferencesFromAFileToAnother() throws Exception {
        Path input = folder.resolve("in put.jsonl");
        Files.writeString(input, "{\"id\": \"a\", \"text\": \"John 3:16\"}\n");

        Ended ended = berea("measure", "references", "--input=" + input, "--output", "out.jsonl");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(folder.resolve("out.jsonl"))
                .hasContent("{\"id\":\"a\",\"verses\":[[\"JHN\",3,16]]}");
    }

    private Ended berea(String... words) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", "./berea").directory(folder.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BEREA_SKIP_BUILD", "1");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static void jar(Path file, String classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}
