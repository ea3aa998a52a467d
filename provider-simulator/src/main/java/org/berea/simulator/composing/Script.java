package org.berea.simulator.composing;

import java.util.List;

/**
 * What will be produced, before it is.
 *
 * @param tokens at least one
 * @param endless whether the tokens repeat until somebody stops them
 * @param finishReason {@code stop} or {@code length}
 */
public record Script(List<String> tokens, boolean endless, String finishReason) {
    public Script {
        tokens = List.copyOf(tokens);
    }

    public String text() {
        return String.join("", tokens);
    }
}
