package org.berea.search.engine.weaviate;

import java.time.Duration;
import org.berea.search.engine.EngineAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the connection all the time: reads what others have changed, which also shows whether
 * the server is there, and connects anew when it is not.
 */
final class Keeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);
    private static final int ROUNDS_A_SWEEP = 5;

    private final Connection connection;
    private final Runnable refresh;
    private final Sweep sweep;
    private final Thread thread;
    private int rounds;
    private State state = State.UNKNOWN;

    private enum State {
        UNKNOWN,
        REACHED,
        AWAY
    }

    Keeper(Connection connection, Runnable refresh, Sweep sweep) {
        this.connection = connection;
        this.refresh = refresh;
        this.sweep = sweep;
        this.thread = Thread.ofVirtual().name("weaviate-keeper").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean reached = round();
                Thread.sleep(reached ? PAUSE : PAUSE_WHILE_AWAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round() throws InterruptedException {
        try {
            refresh.run();
            if (++rounds % ROUNDS_A_SWEEP == 0) {
                sweep.run();
            }
            tell(State.REACHED, "");
            return true;
        } catch (EngineAwayException e) {
            tell(State.AWAY, String.valueOf(e.getCause()));
            return connection.heal() && refreshed();
        } catch (RuntimeException e) {
            log.error("the state of Weaviate cannot be read", e);
            return false;
        }
    }

    private boolean refreshed() {
        try {
            refresh.run();
            tell(State.REACHED, "");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void tell(State next, String reason) {
        if (next == State.AWAY && state == State.REACHED) {
            log.warn("Weaviate is away: {}", reason);
        }
        if (next == State.REACHED && state == State.AWAY) {
            log.info("Weaviate is there");
        }
        state = next;
    }
}
