package org.berea.simulator.composing;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the JSON Schema that a prompt spells out. */
final class SchemaInPrompt {
    private static final JsonMapper JSON = new JsonMapper();

    private SchemaInPrompt() {}

    /** The first JSON object in the text that describes an object's properties. */
    static Optional<JsonNode> find(String text) {
        if (!text.contains("\"properties\"")) {
            return Optional.empty();
        }
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            JsonNode candidate = objectAt(text, at);
            if (candidate.path("properties").isObject()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** For a client that asks for some JSON object and shows no schema. */
    static JsonNode plainAnswer() {
        return JSON.readTree(
                """
                {"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""");
    }

    private static JsonNode objectAt(String text, int at) {
        try (JsonParser parser = JSON.createParser(text.substring(at))) {
            return parser.readValueAsTree();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
