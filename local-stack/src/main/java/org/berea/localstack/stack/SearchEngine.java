package org.berea.localstack.stack;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.berea.contracts.InvalidValueException;

/** What the search service keeps its index in. */
public enum SearchEngine {
    /** An index in the service itself. */
    LUCENE("lucene"),
    /** A server beside it, which all its instances share. */
    WEAVIATE("weaviate");

    private final String label;

    SearchEngine(String label) {
        this.label = label;
    }

    /**
     * The engine of that label.
     *
     * @throws InvalidValueException when there is none; the message lists all
     */
    public static SearchEngine of(String label) {
        return Arrays.stream(values())
                .filter(engine -> engine.label.equals(label))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of("--search", label, labels()));
    }

    /** As it is written. */
    public String label() {
        return label;
    }

    private static String labels() {
        return Arrays.stream(values()).map(SearchEngine::label).collect(Collectors.joining(", "));
    }
}
