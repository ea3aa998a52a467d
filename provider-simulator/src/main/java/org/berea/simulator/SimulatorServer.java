package org.berea.simulator;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.behaviour.Behaviours;
import org.berea.simulator.journal.Journal;
import org.berea.simulator.journal.JournalEntry;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** A simulator inside this JVM, on 127.0.0.1, with threads and settings of its own. */
public final class SimulatorServer implements AutoCloseable {
    private final ReactiveWebServerApplicationContext context;

    private SimulatorServer(ReactiveWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts and is ready when it returns.
     *
     * @param port 0 for a free one
     * @param settings more of them, {@code simulator.pace=1000}
     */
    public static SimulatorServer start(int port, String... settings) {
        String[] arguments =
                Stream.concat(
                                Stream.of("server.port=" + port, "server.address=127.0.0.1"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new);
        var context = SimulatorApplication.application().registerShutdownHook(false).run(arguments);
        return new SimulatorServer((ReactiveWebServerApplicationContext) context);
    }

    /** {@code http://127.0.0.1:PORT}; OpenAI clients want {@code /v1} behind it. */
    public URI baseUrl() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("the simulator is closed");
        }
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** As {@code PUT /control/default}. */
    public void byDefault(Behaviour behaviour) {
        context.getBean(Behaviours.class).byDefault(behaviour);
    }

    /** As {@code POST /control/next?count=…}. */
    public void next(int count, Behaviour behaviour) {
        context.getBean(Behaviours.class).next(count, behaviour);
    }

    /** As {@code DELETE /control} and {@code DELETE /journal}. */
    public void reset() {
        context.getBean(Behaviours.class).reset();
        context.getBean(Journal.class).clear();
    }

    /** As {@code GET /journal}: newest last. */
    public List<JournalEntry> journal() {
        return context.getBean(Journal.class).entries();
    }

    /** Cuts off whatever is running. */
    @Override
    public void close() {
        context.close();
    }
}
