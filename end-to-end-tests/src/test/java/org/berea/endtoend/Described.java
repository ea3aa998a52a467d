package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as its OpenAPI document describes it, read more strictly than clients should: a field
 * that is not in the document is an error.
 */
final class Described {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final JsonMapper JSON = Client.JSON;

    private final JsonNode document;
    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDialect(
                    Dialects.getDraft202012(),
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    /** One method at one path. */
    record Operation(String method, String path, JsonNode described) {
        String name() {
            return method + " " + path;
        }

        boolean isAt(String askedMethod, String askedPath) {
            return method.equals(askedMethod) && askedPath.matches(expression());
        }

        private String expression() {
            return Pattern.compile("[^{}]+|\\{\\w+}")
                    .matcher(path)
                    .results()
                    .map(
                            part ->
                                    part.group().startsWith("{")
                                            ? "[^/]+"
                                            : Pattern.quote(part.group()))
                    .reduce("", String::concat);
        }
    }

    Described(String document) {
        this.document = JSON.readTree(document);
        components = strict(this.document.get("components").deepCopy());
    }

    List<Operation> operations() {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> operationsAt(path.getKey(), path.getValue()))
                .toList();
    }

    /** The one at a path as it was asked for, without its query. */
    Operation operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.isAt(method, path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
    }

    List<JsonNode> parameters(Operation operation) {
        JsonNode shared = document.at("/paths").get(operation.path()).path("parameters");
        return Stream.of(shared, operation.described().path("parameters"))
                .flatMap(JsonNode::valueStream)
                .map(this::resolved)
                .toList();
    }

    JsonNode responses(Operation operation) {
        return operation.described().get("responses");
    }

    JsonNode response(Operation operation, int status) {
        JsonNode found = responses(operation).get(Integer.toString(status));
        assertThat(found).as("%s is described with %d", operation.name(), status).isNotNull();
        return resolved(found);
    }

    /** The media types of a response; one blank name where there is no body. */
    List<String> mediaTypes(Operation operation, String status) {
        JsonNode content = resolved(responses(operation).get(status)).path("content");
        return content.isMissingNode() ? List.of("") : List.copyOf(content.propertyNames());
    }

    JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? document.at(part.get("$ref").asString().substring(1)) : part;
    }

    /** The names of the fields of a JSON body that a client may send. */
    Set<String> requestFields(Operation operation) {
        JsonNode schema = operation.described().at("/requestBody/content/application~1json/schema");
        return new TreeSet<>(resolved(schema).path("properties").propertyNames());
    }

    /** Each example beside the schema that it is one of. */
    void checkExamples() {
        checkExamples(document, "");
    }

    void check(String place, JsonNode schema, JsonNode value) {
        List<Error> errors = compiled.computeIfAbsent(schema, this::compile).validate(value);
        assertThat(errors).as("%s: %s", place, shortened(value)).isEmpty();
    }

    private void checkExamples(JsonNode node, String place) {
        JsonNode schema = node.path("schema");
        if (schema.isObject()) {
            examples(node).forEach(example -> check("example at " + place, schema, example));
        }
        if (node.has("example") && node.has("type") && node.get("type").isString()) {
            check("example at " + place, node, node.get("example"));
        }
        node.propertyStream()
                .filter(child -> !child.getKey().startsWith("example"))
                .forEach(child -> checkExamples(child.getValue(), place + "/" + child.getKey()));
        if (node.isArray()) {
            node.forEach(child -> checkExamples(child, place + "/[]"));
        }
    }

    private static Stream<JsonNode> examples(JsonNode node) {
        Stream<JsonNode> named =
                node.path("examples").valueStream().map(example -> example.get("value"));
        return node.has("example") ? Stream.concat(Stream.of(node.get("example")), named) : named;
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", components);
        whole.putArray("allOf").add(schema);
        return registry.getSchema(whole);
    }

    private static Stream<Operation> operationsAt(String path, JsonNode item) {
        return item.propertyStream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(
                        entry ->
                                new Operation(
                                        entry.getKey().toUpperCase(Locale.ROOT),
                                        path,
                                        entry.getValue()));
    }

    private static JsonNode strict(JsonNode components) {
        components
                .get("schemas")
                .forEach(
                        schema -> {
                            if (schema.has("properties") && !schema.has("additionalProperties")) {
                                ((ObjectNode) schema).put("additionalProperties", false);
                            }
                        });
        return components;
    }

    private static String shortened(@Nullable JsonNode value) {
        String text = String.valueOf(value);
        return text.length() <= 600 ? text : text.substring(0, 600) + "…";
    }
}
