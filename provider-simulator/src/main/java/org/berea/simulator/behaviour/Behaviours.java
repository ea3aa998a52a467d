package org.berea.simulator.behaviour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.berea.simulator.openai.ChatRequest;
import org.berea.simulator.openai.Message;
import org.jspecify.annotations.Nullable;

/** The behaviours that are set now: the default and those for the next requests. */
public final class Behaviours {
    /** The most requests that can be set ahead. */
    static final int MOST_AHEAD = 100_000;

    private final Behaviour initial;
    private final Deque<Behaviour> next = new ArrayDeque<>();
    private Behaviour byDefault;

    public Behaviours(Behaviour initial) {
        this.initial = initial;
        this.byDefault = initial;
    }

    /** Holds for all following requests, over the settings the simulator was started with. */
    public synchronized void byDefault(Behaviour behaviour) {
        byDefault = behaviour.over(initial);
    }

    /**
     * Holds, over the default, for the next {@code count} requests after those set before; one that
     * names a model waits for a request of that model.
     */
    public synchronized void next(int count, Behaviour behaviour) {
        if (count < 1 || next.size() + count > MOST_AHEAD) {
            throw new InvalidBehaviourException(
                    "count", count, "1 to %d ahead".formatted(MOST_AHEAD));
        }
        for (int i = 0; i < count; i++) {
            next.addLast(behaviour);
        }
    }

    /** Back to the settings the simulator was started with. */
    public synchronized void reset() {
        next.clear();
        byDefault = initial;
    }

    synchronized Behaviour current() {
        return byDefault;
    }

    synchronized List<Behaviour> ahead() {
        return List.copyOf(next);
    }

    /**
     * What a request gets; takes the next one that was set ahead.
     *
     * @param header the value of {@code X-Simulator-Behaviour}
     * @throws InvalidBehaviourException when header or directive cannot be understood
     */
    public Applied forRequest(ChatRequest request, @Nullable String header) {
        List<Message> messages = request.messages();
        int directive = Directives.position(messages);
        Behaviour inPrompt =
                directive < 0
                        ? Behaviour.UNCHANGED
                        : Directives.read(messages.get(directive).content());
        Behaviour inHeader = fromHeader(header);
        Behaviour asked = inPrompt.over(inHeader).over(takeNext(request.model()));
        boolean correction = Correction.isAskedBy(messages, directive);
        return new Applied(fitting(asked, request.model(), correction), correction);
    }

    /** What the header alone says. */
    public static Behaviour fromHeader(@Nullable String header) {
        return header == null ? Behaviour.UNCHANGED : BehaviourReader.json(header);
    }

    private synchronized Behaviour takeNext(String model) {
        for (Iterator<Behaviour> ahead = next.iterator(); ahead.hasNext(); ) {
            Behaviour candidate = ahead.next();
            if (isFor(candidate, model)) {
                ahead.remove();
                return candidate.over(byDefault);
            }
        }
        return byDefault;
    }

    private static Behaviour fitting(Behaviour asked, String model, boolean correction) {
        if (correction && !asked.holdsForCorrections()) {
            return asked.withoutFault().withoutText();
        }
        return isFor(asked, model) ? asked : asked.withoutFault();
    }

    private static boolean isFor(Behaviour behaviour, String model) {
        return behaviour.model() == null || behaviour.model().equals(model);
    }
}
