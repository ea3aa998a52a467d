package org.berea.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell script, in a project of its own whose Maven is a few lines of shell. */
@Timeout(60)
class ScriptTest {
    private static final List<String> SYSTEM =
            List.of(
                    "sh",
                    "awk",
                    "cat",
                    "cp",
                    "cut",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "tee",
                    "touch",
                    "tr");

    private record Ended(int code, String output) {}

    @TempDir Path folder;
    private Path programs = Path.of("");

    @BeforeEach
    void copy() throws Exception {
        Path script = folder.resolve("berea");
        Files.copy(Path.of("..", "berea"), script);
        programs = Files.createDirectories(folder.resolve("programs"));
        for (String name : SYSTEM) {
            program(name, "exec " + onPath(name) + " \"$@\"");
        }
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
    }

    @Test
    void showsItsUsageWhenNothingIsAsked() throws Exception {
        assertThat(berea()).isEqualTo(berea("--help"));

        assertThat(berea().code()).isZero();
        assertThat(berea().output()).contains("Usage: ./berea COMMAND", "import FILE");
    }

    @Test
    void showsHowOneCommandIsUsed() throws Exception {
        for (String command :
                List.of(
                        "up", "down", "ask", "token", "import", "replay", "measure", "build",
                        "test")) {
            Ended ended = berea(command, "--help");
            assertThat(ended.code()).as(command).isZero();
            assertThat(ended.output()).startsWith("Usage: ./berea " + command);
        }
        assertThat(berea("import", "x.zip", "--help").output())
                .contains("--translation CODE", "./berea import --cross-references", "--source")
                .doesNotContain("--task", "measure", "Models come");
        assertThat(berea("measure", "search", "--help").output())
                .contains("--queries FILE")
                .doesNotContain("builds without");
        assertThat(berea("fly", "--help").code()).isEqualTo(2);
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        Ended ended = berea("fly");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("'fly' is no command");
    }

    @Test
    void saysWhatToInstallWithoutMaven() throws Exception {
        Ended ended = berea("build");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("Maven was not found. Install Maven 3.8 or newer");
    }

    @Test
    void refusesAMavenThatIsTooOld() throws Exception {
        maven("echo 'Apache Maven 3.6.3 (abc)'");

        Ended ended = berea("build");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("Maven 3.6 is too old. Install Maven 3.8 or newer");
    }

    @Test
    void showsModulesAsTheyAreBuiltAndWhatFailed() throws Exception {
        maven(
                """
                [ "$1" != -v ] || { echo 'Apache Maven 3.9.9 (abc)'; exit 0; }
                echo '[INFO] Building scripture 0.1.0-SNAPSHOT                     [2/9]'
                echo '[INFO] not for people'
                echo '[ERROR] Verse.java: something is wrong'
                exit 1
                """);

        Ended ended = berea("build");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("  2/9 scripture\n", "Verse.java: something is wrong", "the build failed")
                .doesNotContain("not for people");
    }

    @Test
    void countsTestsAndEndsWithMavensCode() throws Exception {
        maven(
                """
                [ "$1" != -v ] || { echo 'Apache Maven 3.9.9 (abc)'; exit 0; }
                sleep 1
                mkdir -p "%1$s/a/target/surefire-reports" "%1$s/b/target/surefire-reports"
                echo '<testsuite name="x" time="0.1" tests="5" errors="1" skipped="1" failures="1">' \
                    > "%1$s/a/target/surefire-reports/TEST-x.xml"
                printf '<testsuite\n  name="y"\n  tests="4"\n  errors="0" skipped="0"\n failures="0"/>' \
                    > "%1$s/b/target/surefire-reports/TEST-y.xml"
                exit 1
                """
                        .formatted(folder));
        Path old = Files.createDirectories(folder.resolve("c/target/surefire-reports"));
        Files.writeString(
                old.resolve("TEST-z.xml"),
                "<testsuite tests=\"7\" errors=\"0\" skipped=\"0\" failures=\"0\">");
        Thread.sleep(50);

        Ended ended = berea("test");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).endsWith("\n6 passed, 2 failed, 1 skipped\n");
    }

    @Test
    void triesAFailedDownloadOnceMore() throws Exception {
        maven(
                """
                [ "$1" != -v ] || { echo 'Apache Maven 3.9.9 (abc)'; exit 0; }
                case "$*" in
                *-U*) echo 'all is there'; exit 0;;
                esac
                echo '[ERROR] Could not transfer artifact'; exit 1
                """);

        Ended ended = berea("test");

        assertThat(ended.output())
                .contains("all is there")
                .endsWith("\n0 passed, 0 failed, 0 skipped\n");
        assertThat(ended.code()).isZero();
    }

    private void maven(String script) throws IOException {
        program("mvn", script);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended berea(String... words) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", folder.resolve("berea").toString());
        builder.command().addAll(List.of(words));
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_HOME");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static Path onPath(String name) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
