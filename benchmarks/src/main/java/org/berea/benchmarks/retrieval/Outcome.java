package org.berea.benchmarks.retrieval;

import java.util.List;
import org.berea.benchmarks.lines.Triple;

/** What became of one question. */
sealed interface Outcome {
    /** Whether another try may come to more. */
    boolean mayPass();

    /**
     * It was searched for.
     *
     * @param verses best first, each once
     * @param degraded the steps down that the answer tells of
     */
    record Searched(List<Triple> verses, List<String> degraded) implements Outcome {
        public Searched {
            verses = List.copyOf(verses);
            degraded = List.copyOf(degraded);
        }

        @Override
        public boolean mayPass() {
            return !degraded.isEmpty();
        }
    }

    /**
     * There was no answer that can be read.
     *
     * @param kind the same words for the same cause
     * @param mayPass whether another try may help
     */
    record Failed(String kind, boolean mayPass) implements Outcome {}
}
