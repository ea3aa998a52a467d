package org.berea.simulator.composing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fits the sentences of an answer into a JSON Schema. */
final class StructuredAnswer {
    /** JSON that no schema with properties of its own will accept. */
    static final String UNFIT = "[{\"unexpected\":true}]";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 12;
    private static final Pattern REFERENCE = Pattern.compile("\\(([^()]+ \\d+:\\d+)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final JsonNode root;
    private final List<String> sentences;

    private StructuredAnswer(JsonNode root, List<String> sentences) {
        this.root = root;
        this.sentences = sentences;
    }

    /** JSON that fits types, required properties, bounds, enumerations and local references. */
    static String fitting(JsonNode schema, List<String> sentences) {
        JsonNode answer = new StructuredAnswer(schema, sentences).value(schema, "answer", 0);
        return JSON.writeValueAsString(answer);
    }

    /** JSON cut short, as a model leaves it that lost count of its brackets. */
    static String broken(String json) {
        return json.substring(0, Math.max(1, json.length() * 2 / 3)) + ",,";
    }

    private JsonNode value(JsonNode schema, String name, int depth) {
        JsonNode meant = resolved(schema);
        if (meant.has("const")) {
            return meant.get("const");
        }
        if (!meant.path("enum").isEmpty()) {
            return meant.get("enum").get(0);
        }
        return switch (type(meant)) {
            case "object" -> object(meant, depth);
            case "array" -> array(meant, name, depth);
            case "integer" -> JSON.getNodeFactory().numberNode((long) Math.ceil(number(meant)));
            case "number" -> JSON.getNodeFactory().numberNode(number(meant));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "null" -> JSON.getNodeFactory().nullNode();
            default -> JSON.getNodeFactory().stringNode(string(meant, name));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        List<String> required =
                schema.path("required").values().stream().map(JsonNode::asString).toList();
        schema.path("properties").properties().stream()
                .filter(property -> depth < DEEPEST || required.contains(property.getKey()))
                .forEach(
                        property ->
                                object.set(
                                        property.getKey(),
                                        value(property.getValue(), property.getKey(), depth + 1)));
        return object;
    }

    private JsonNode array(JsonNode schema, String name, int depth) {
        var array = JSON.createArrayNode();
        int most = Math.min(schema.path("maxItems").asInt(2), 10);
        int items = Math.max(schema.path("minItems").asInt(1), Math.min(2, most));
        for (int i = 0; i < items && depth < DEEPEST; i++) {
            int from = i % sentences.size();
            var item = new StructuredAnswer(root, sentences.subList(from, sentences.size()));
            array.add(item.value(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private String string(JsonNode schema, String name) {
        String text = content(name);
        int shortest = schema.path("minLength").asInt(0);
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String longEnough =
                text.length() >= shortest
                        ? text
                        : (text + " ").repeat(shortest / (text.length() + 1) + 1);
        return longEnough.length() <= longest ? longEnough : longEnough.substring(0, longest);
    }

    private String content(String name) {
        String all = String.join(" ", sentences);
        return switch (name) {
            case "ref", "reference", "references", "citation", "citations", "verse", "verses" ->
                    first(REFERENCE, all, sentences.getFirst());
            case "quote", "quotes", "quotation", "quotations" ->
                    first(QUOTED, all, sentences.getFirst());
            case "answer", "text", "content", "body", "summary", "explanation" -> all;
            default -> sentences.getFirst();
        };
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }

    private static double number(JsonNode schema) {
        double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double above = schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
        double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        double wanted = Math.max(Math.max(1, least), above + 1);
        return wanted <= most ? wanted : most;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(0).asString("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return resolved(root.at(reference.substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (!schema.path(choice).isEmpty()) {
                return resolved(schema.get(choice).get(0));
            }
        }
        return schema;
    }
}
