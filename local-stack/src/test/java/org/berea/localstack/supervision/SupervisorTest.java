package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.berea.localstack.process.Signal;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SupervisorTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final RunFolder run;
    private final Supervisor supervisor;

    SupervisorTest(@TempDir Path folder) {
        this.folder = folder;
        this.run = new RunFolder(folder.resolve("run"));
        this.supervisor = new Supervisor(run, told::add);
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void startsAKilledProgramAgainAndSaysWhich() throws Exception {
        Program program = started("child", 1);
        ProcessHandle first = process("child");

        first.destroyForcibly();

        await(() -> !process("child").equals(first) && program.answers().getAsBoolean());
        assertThat(told).anyMatch(line -> line.startsWith("child was killed by signal 9"));
    }

    @Test
    void startsAProgramAgainThatEndsByItself() throws Exception {
        supervisor.start(shell("failing", "exit 3", Duration.ofSeconds(5)));

        await(() -> told.stream().filter(line -> line.contains("exit code 3")).count() >= 2);
    }

    @Test
    void stopsTheHighestStageFirst() throws Exception {
        started("store", 0);
        started("inner", 1);
        started("outer", 2);

        supervisor.close();

        assertThat(Files.readAllLines(folder.resolve("journal")))
                .containsExactly("outer", "inner", "store");
        assertThat(run.stopLeftovers()).isEmpty();
    }

    @Test
    void killsAProgramThatDoesNotEndWhenAsked() throws Exception {
        supervisor.start(
                shell("deaf", "trap '' TERM; while :; do sleep 1; done", Duration.ofSeconds(1)));
        await(() -> run.entry("deaf").isPresent());
        ProcessHandle deaf = process("deaf");
        Thread.sleep(500);

        supervisor.close();

        assertThat(deaf.isAlive()).isFalse();
        assertThat(told).anyMatch(line -> line.startsWith("deaf did not end within 1 s"));
    }

    @Test
    void startsNothingOnceItIsClosed() throws Exception {
        supervisor.close();

        supervisor.start(SmallProgram.named("late", 1, FreePorts.next(), folder));

        Thread.sleep(300);
        assertThat(run.entry("late")).isEmpty();
    }

    @Test
    void namesTheProgramThatIsNotReadyInTime() throws Exception {
        Program program = shell("silent", "sleep 60", Duration.ofSeconds(5));
        supervisor.start(program);

        assertThat(supervisor.awaitReady(List.of(program), Duration.ofMillis(300)))
                .isEqualTo(new Readiness.Late(program));
    }

    @Test
    void givesUpAProgramThatNeverServedAndSaysWhatItsLogSays() throws Exception {
        Program silent = shell("silent", "sleep 60", Duration.ofSeconds(5));
        Program failing = shell("failing", "echo 'port: abc (expected: a number)'; exit 1", LIMIT);
        supervisor.start(silent);
        supervisor.start(failing);

        Readiness readiness =
                supervisor.awaitReady(List.of(silent, failing), Duration.ofSeconds(60));

        assertThat(readiness).isInstanceOf(Readiness.Hopeless.class);
        var hopeless = (Readiness.Hopeless) readiness;
        assertThat(hopeless.program()).isEqualTo(failing);
        assertThat(hopeless.lastWords())
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnly("port: abc (expected: a number)");
        await(() -> told.stream().anyMatch(line -> line.contains("again and is given up")));
        int ends = ends("failing");
        Thread.sleep(500);
        assertThat(ends("failing")).isEqualTo(ends);
    }

    @Test
    void doesNotGiveUpAProgramThatOthersKill() throws Exception {
        supervisor.start(shell("killed", "kill -9 $$", Duration.ofSeconds(5)));

        // The pauses between them add up to more than the time after which others are given up.
        await(() -> ends("killed") >= 6);
    }

    @Test
    void givesAProgramItsOwnSettingsAndNotTheSecretsOfOthers() throws Exception {
        Program program =
                new Program(
                        "child",
                        1,
                        List.of("sh", "-c", "echo \"$OWN ${HOME-none}\"; sleep 60"),
                        Map.of("OWN", "given"),
                        Set.of("HOME"),
                        folder.resolve("child.log"),
                        Signal.TERM,
                        LIMIT,
                        () -> {},
                        () -> true);

        supervisor.start(program);

        await(() -> "given none\n".equals(text(program.log())));
    }

    private Program started(String name, int stage) throws InterruptedException {
        Program program = SmallProgram.named(name, stage, FreePorts.next(), folder);
        supervisor.start(program);
        assertThat(supervisor.awaitReady(List.of(program), LIMIT)).isEqualTo(new Readiness.Ready());
        return program;
    }

    private Program shell(String name, String script, Duration stopLimit) {
        return new Program(
                name,
                1,
                List.of("sh", "-c", script),
                Map.of(),
                Set.of(),
                folder.resolve(name + ".log"),
                Signal.TERM,
                stopLimit,
                () -> {},
                () -> false);
    }

    private int ends(String name) {
        return (int) told.stream().filter(line -> line.startsWith(name)).count();
    }

    private ProcessHandle process(String name) {
        long pid = run.entry(name).map(RunRecord::pid).orElseThrow();
        return ProcessHandle.of(pid).orElseGet(ProcessHandle::current);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited for half a minute").isBefore(end);
            Thread.sleep(50);
        }
    }
}
