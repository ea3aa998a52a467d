package org.berea.benchmarks.references;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.VerseRef;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the input.
 *
 * @param id a text or a whole number, given back as it is
 */
record TextLine(JsonNode id, String text) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * Reads {@code {"id": …, "text": "…"}}; other fields are of no interest.
     *
     * @throws InvalidValueException naming the field that is missing or of another kind
     */
    static TextLine parse(String line) {
        JsonNode object = object(line);
        JsonNode id = object.path("id");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw InvalidValueException.unshown("id", kind(id), "a text or a whole number");
        }
        JsonNode text = object.path("text");
        if (!text.isString()) {
            throw InvalidValueException.unshown("text", kind(text), "a text");
        }
        return new TextLine(id, text.stringValue());
    }

    /** The line of the output, {@code {"id": …, "verses": [["ROM", 8, 28], …]}}. */
    String result(Set<VerseRef> verses) {
        Map<String, Object> result = LinkedHashMap.newLinkedHashMap(2);
        result.put("id", id);
        result.put("verses", verses.stream().map(TextLine::triple).toList());
        return JSON.writeValueAsString(result);
    }

    private static List<Object> triple(VerseRef verse) {
        return List.of(verse.book().code(), verse.chapter(), verse.verse());
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw InvalidValueException.unshown(
                    "line", "not JSON, " + e.getOriginalMessage(), "an object");
        }
        throw InvalidValueException.of("line", line, "an object with id and text");
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode()
                ? "missing"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
