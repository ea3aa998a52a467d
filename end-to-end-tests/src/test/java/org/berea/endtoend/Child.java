package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A process that the supervisor started, by its record in the data folder. */
record Child(String name, long pid) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Child of(Path data, String name) {
        try {
            Path record = data.resolve("run").resolve(name + ".json");
            return new Child(name, JSON.readTree(Files.readString(record)).get("pid").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    void kill() {
        signal("KILL");
    }

    /** Holds it, so that it answers nothing while its ports stay open. */
    Held hold() {
        signal("STOP");
        return () -> signal("CONT");
    }

    /** Lets it go on when closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
