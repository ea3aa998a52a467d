package org.berea.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisProgram;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeashTest {
    @TempDir Path folder;

    /** A JVM that starts a server and is then killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] words) throws Exception {
            RedisServer.start(Path.of(words[0]), Integer.parseInt(words[1]));
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void endsAServerWhoseJvmWasKilled() throws Exception {
        int port = FreePorts.next();
        Process jvm = victim(port);
        await(port, true);

        jvm.destroyForcibly().waitFor();

        await(port, false);
    }

    @Test
    void runsNothingWhenItIsLetGo() throws Exception {
        Path trace = folder.resolve("trace");

        Leash.thenRun(List.of("touch", trace.toString())).close();

        Thread.sleep(200);
        assertThat(trace).doesNotExist();
    }

    private Process victim(int port) throws Exception {
        Files.createDirectories(folder.resolve("redis"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.resolve("redis").toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("victim.log").toFile())
                .start();
    }

    private static void await(int port, boolean answers) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (RedisProgram.answers(port) != answers) {
            assertThat(Instant.now()).as("waited for 20 s").isBefore(end);
            Thread.sleep(50);
        }
    }
}
