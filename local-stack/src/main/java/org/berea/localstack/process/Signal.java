package org.berea.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What asks a process to end. */
public enum Signal {
    /** Asks almost every program to end in an orderly way. */
    TERM,
    /** Asks PostgreSQL to end without waiting for its clients. */
    INT;

    /** Sends it; a process that is gone already is no error. */
    public void send(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), e);
        }
    }

    /**
     * Asks the process to end, and ends it by force when it has not after {@code limit}.
     *
     * @return whether it ended by itself
     */
    public boolean end(ProcessHandle process, Duration limit) {
        if (!process.isAlive()) {
            return true;
        }
        send(process);
        if (hasEnded(process, limit)) {
            return true;
        }
        process.destroyForcibly();
        hasEnded(process, limit);
        return false;
    }

    private static boolean hasEnded(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        }
    }
}
