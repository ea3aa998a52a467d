package org.berea.search.weaviate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.berea.search.engine.EngineAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the connection all the time: does what stores want to have done every second, which
 * also shows whether the server is there, and connects anew when it is not.
 */
final class Keeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);

    private final Connection connection;
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("weaviate-keeper").unstarted(this::run);
    private volatile State state = State.UNKNOWN;

    Keeper(Connection connection) {
        this.connection = connection;
    }

    private enum State {
        UNKNOWN,
        REACHED,
        AWAY
    }

    void start() {
        thread.start();
    }

    void everySecond(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean reached = round() || (connection.heal() && round());
                Thread.sleep(reached ? PAUSE : PAUSE_WHILE_AWAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all tasks could be done. */
    private boolean round() {
        try {
            if (!connection.isOpen()) {
                return false;
            }
            tasks.forEach(Runnable::run);
            become(State.REACHED, "");
            return true;
        } catch (EngineAwayException e) {
            become(State.AWAY, String.valueOf(e.getCause()));
            return false;
        } catch (RuntimeException e) {
            log.error("something is wrong with what is stored in Weaviate", e);
            return false;
        }
    }

    private void become(State next, String reason) {
        if (next == State.AWAY && state == State.REACHED) {
            log.warn("Weaviate is away: {}", reason);
        }
        if (next == State.REACHED && state == State.AWAY) {
            log.info("Weaviate is there again");
        }
        state = next;
    }
}
