package org.berea.benchmarks.lines;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.VerseRef;
import tools.jackson.databind.JsonNode;

/**
 * A verse as evaluations write it, {@code ["ROM", 8, 28]}; whether the canon has it is not asked.
 */
public record Triple(String book, int chapter, int verse) {
    private static final int PARTS = 3;
    private static final String EXPECTED = "verses such as [\"ROM\", 8, 28]";

    public static Triple of(VerseRef verse) {
        return new Triple(verse.book().code(), verse.chapter(), verse.verse());
    }

    /**
     * Reads a list of verses, each once.
     *
     * @throws InvalidValueException when it is anything else or empty
     */
    public static Set<Triple> all(String field, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw InvalidValueException.unshown(
                    field, list.isArray() ? "empty" : JsonLine.kind(list), EXPECTED);
        }
        var verses = new LinkedHashSet<Triple>();
        list.forEach(verse -> verses.add(one(field, verse)));
        return verses;
    }

    @JsonValue
    List<Object> parts() {
        return List.of(book, chapter, verse);
    }

    private static Triple one(String field, JsonNode verse) {
        boolean isTriple =
                verse.size() == PARTS
                        && verse.path(0).isString()
                        && verse.path(1).isInt()
                        && verse.path(2).isInt();
        if (!isTriple) {
            throw InvalidValueException.of(field, verse, EXPECTED);
        }
        return new Triple(
                verse.path(0).stringValue(), verse.path(1).intValue(), verse.path(2).intValue());
    }
}
