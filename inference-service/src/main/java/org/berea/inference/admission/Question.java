package org.berea.inference.admission;

import java.time.Instant;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Turn;

/** A question as it came in: who asks what, under which id, since when. */
public record Question(CompletionId id, Caller caller, CompletionRequest request, Instant askedAt) {
    private static final int MOST_TURNS = 60;
    private static final int MOST_CHARACTERS = 60_000;

    /**
     * The newest of the earlier messages: more than a prompt holds, and as many as are screened.
     */
    List<Turn> history() {
        List<Turn> all = request.history();
        int from = all.size();
        int left = MOST_CHARACTERS;
        while (from > Math.max(0, all.size() - MOST_TURNS)
                && all.get(from - 1).content().length() <= left) {
            from--;
            left -= all.get(from).content().length();
        }
        return all.subList(from, all.size());
    }
}
