package org.berea.inference.running;

import java.util.List;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.event.Topics;
import org.berea.simulator.SimulatorServer;
import org.berea.simulator.journal.JournalEntry;

/** One instance of the service with its neighbours, and what is needed to look at it. */
public final class Setup implements AutoCloseable {
    private final Servers servers;
    private final Neighbours neighbours = Neighbours.start();
    private final Inference inference;
    private final Topic completions;

    private Setup(Servers servers, String... settings) {
        this.servers = servers;
        inference = Inference.start(servers, neighbours, settings);
        completions = new Topic(servers, Topics.COMPLETIONS);
    }

    public static Setup start(Servers servers, String... settings) {
        return new Setup(servers, settings);
    }

    /** A client whose user nobody else is. */
    public Client client(String user) {
        return client(Inference.user(user));
    }

    public Client client(Caller caller) {
        return new Client(inference, caller);
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Inference inference() {
        return inference;
    }

    public Topic completions() {
        return completions;
    }

    public SimulatorServer simulator() {
        return servers.simulator();
    }

    /** The calls whose last message holds these words, oldest first. */
    public List<JournalEntry> calls(String words) {
        return simulator().journal().stream()
                .filter(call -> call.messages().getLast().content().contains(words))
                .toList();
    }

    /** Simulator and neighbours as in the beginning. */
    public void reset() {
        simulator().reset();
        neighbours.reset();
    }

    @Override
    public void close() {
        completions.close();
        inference.close();
        neighbours.close();
    }
}
