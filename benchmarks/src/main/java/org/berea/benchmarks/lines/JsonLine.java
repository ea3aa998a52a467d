package org.berea.benchmarks.lines;

import java.util.Locale;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of an input; fields that nobody asks for are of no interest. */
public record JsonLine(JsonNode object) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * Reads an object.
     *
     * @throws InvalidValueException when it is anything else
     */
    public static JsonLine parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return new JsonLine(node);
            }
        } catch (JacksonException e) {
            throw InvalidValueException.unshown(
                    "line", "not JSON, " + e.getOriginalMessage(), "an object");
        }
        throw InvalidValueException.of("line", line, "an object");
    }

    /** The line of an output. */
    public static String written(Map<String, Object> object) {
        return JSON.writeValueAsString(object);
    }

    /**
     * The field {@code id}, to be given back as it is.
     *
     * @throws InvalidValueException when it is neither a text nor a whole number
     */
    public JsonNode id() {
        JsonNode id = field("id");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw InvalidValueException.unshown("id", kind(id), "a text or a whole number");
        }
        return id;
    }

    /**
     * A field that must be a text.
     *
     * @throws InvalidValueException when it is missing or anything else
     */
    public String text(String name) {
        JsonNode field = field(name);
        if (!field.isString()) {
            throw InvalidValueException.unshown(name, kind(field), "a text");
        }
        return field.stringValue();
    }

    /** A field as it stands there; a missing node when it does not. */
    public JsonNode field(String name) {
        return object.path(name);
    }

    /** What a message calls such a value. */
    public static String kind(JsonNode node) {
        return node.isMissingNode()
                ? "missing"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
