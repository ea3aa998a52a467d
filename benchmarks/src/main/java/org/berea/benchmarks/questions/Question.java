package org.berea.benchmarks.questions;

import java.util.Optional;
import java.util.Set;
import org.berea.benchmarks.lines.JsonLine;
import org.berea.benchmarks.lines.Triple;
import org.berea.contracts.InvalidValueException;
import tools.jackson.databind.JsonNode;

/**
 * One line of the input.
 *
 * @param number of its line, from 1
 * @param id given back as it is
 * @param answers the verses that are right; empty when nobody asked for scores
 * @param kind what the line says it is, when it says so
 */
public record Question(
        int number, JsonNode id, String query, Set<Triple> answers, Optional<String> kind) {
    private static final String QUERY = "query";
    private static final String GOLD = "gold";
    private static final String VERSES = "verses";
    private static final String SOURCE = "source";

    /**
     * Reads {@code {"id": …, "query": "…"}}, and with scores also {@code "gold": [["ROM", 8, 28],
     * …]} (or {@code "verses"}) and, if it is there, {@code "source": "…"}.
     *
     * @throws InvalidValueException naming the field that is missing or of another kind
     */
    public static Question of(int number, JsonLine line, boolean scored) {
        String query = line.text(QUERY);
        if (query.isBlank()) {
            throw InvalidValueException.of(QUERY, query, "at least one visible character");
        }
        return new Question(
                number, line.id(), query, scored ? answers(line) : Set.of(), kind(line));
    }

    public boolean isOnEvenLine() {
        return number % 2 == 0;
    }

    private static Set<Triple> answers(JsonLine line) {
        boolean named = line.field(GOLD).isMissingNode() && !line.field(VERSES).isMissingNode();
        String field = named ? VERSES : GOLD;
        return Triple.all(field, line.field(field));
    }

    private static Optional<String> kind(JsonLine line) {
        JsonNode source = line.field(SOURCE);
        return source.isString() ? Optional.of(source.stringValue()) : Optional.empty();
    }
}
