package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.berea.localstack.process.Signal;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LeftoversTest {
    @TempDir Path folder;

    @Test
    void stopsWhatAKilledSupervisorLeftBehind() throws Exception {
        var run = new RunFolder(folder.resolve("run"));
        Process supervisor = killedSupervisor(run, FreePorts.next());
        ProcessHandle child = run.entry("child").flatMap(RunRecord::process).orElseThrow();
        assertThat(supervisor.isAlive()).isFalse();
        assertThat(child.isAlive()).isTrue();

        assertThat(run.stopLeftovers()).containsExactly("child");

        assertThat(child.isAlive()).isFalse();
        assertThat(run.entry("child")).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("journal"))).containsExactly("child");
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
        var run = new RunFolder(folder.resolve("run"));
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Instant earlier = Instant.now().minus(Duration.ofHours(1));
            run.enter(
                    new RunRecord(
                            "child", other.pid(), earlier, List.of("java"), 1, Signal.TERM, 0));

            assertThat(run.stopLeftovers()).isEmpty();

            assertThat(other.isAlive()).isTrue();
            assertThat(run.entry("child")).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void takesNoNoticeOfABrokenRecord() throws Exception {
        var run = new RunFolder(folder.resolve("run"));
        Files.writeString(folder.resolve("run/child.json"), "{\"name\": \"chi");

        assertThat(run.stopLeftovers()).isEmpty();
    }

    @Test
    void givesTheLockToOneAtATimeAndTakesItBackFromTheDead() throws Exception {
        var run = new RunFolder(folder.resolve("run"));
        int port = FreePorts.next();
        Process supervisor = runningSupervisor(port);
        assertThat(run.tryLock()).isEmpty();
        assertThat(run.supervisor()).map(RunRecord::pid).contains(supervisor.pid());
        assertThat(run.stopLeftoversWithin(Duration.ZERO)).isEmpty();

        supervisor.destroyForcibly().waitFor();

        SupervisorTest.await(() -> run.supervisor().isEmpty());
        assertThat(run.stopLeftoversWithin(Duration.ofSeconds(10))).containsExactly("child");
        run.tryLock().orElseThrow().close();
    }

    private Process killedSupervisor(RunFolder run, int port) throws Exception {
        Process supervisor = runningSupervisor(port);
        assertThat(run.entry("child")).isPresent();
        supervisor.destroyForcibly().waitFor();
        return supervisor;
    }

    private Process runningSupervisor(int port) throws Exception {
        Process supervisor =
                new ProcessBuilder(
                                SmallProgram.command(
                                        SmallSupervisor.class,
                                        folder.toString(),
                                        Integer.toString(port)))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("supervisor.log").toFile())
                        .start();
        SupervisorTest.await(() -> SmallProgram.listens(port));
        return supervisor;
    }
}
