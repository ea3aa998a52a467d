package org.berea.inference.safeguards;

import org.berea.contracts.completion.Usage.FinishReason;

/** Why the text ended, known once it has. */
public final class Ending {
    private volatile FinishReason reason = FinishReason.STOP;

    void because(FinishReason why) {
        reason = why;
    }

    public FinishReason reason() {
        return reason;
    }
}
