package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds every exchange against the description, and remembers what of it was seen. */
final class Observer {
    private static final String EVENTS = "text/event-stream";
    private static final String EVENT = "event: ";

    /** What every response of any server may have, and what the gateway tells browsers. */
    private static final Set<String> NOT_OF_THE_API =
            Set.of(
                    "cache-control",
                    "connection",
                    "content-length",
                    "content-security-policy",
                    "content-type",
                    "cross-origin-opener-policy",
                    "cross-origin-resource-policy",
                    "date",
                    "expires",
                    "permissions-policy",
                    "pragma",
                    "referrer-policy",
                    "transfer-encoding",
                    "vary",
                    "x-content-type-options",
                    "x-frame-options",
                    "x-xss-protection",
                    // Where time goes, for whoever measures; nothing that a client could need.
                    "server-timing");

    private final Described api;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    Observer(Described api) {
        this.api = api;
    }

    /** What was seen, in the words of {@link #all}. */
    Set<String> seen() {
        return seen;
    }

    /** Everything that can be seen of the API. */
    Set<String> all() {
        return api.operations().stream()
                .flatMap(it -> Stream.of(answers(it), events(it), inputs(it)).flatMap(s -> s))
                .collect(Collectors.toCollection(ConcurrentSkipListSet::new));
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, null);
    }

    /**
     * Sends a request and checks it and its response.
     *
     * @param json its body, where that is JSON
     */
    HttpResponse<String> send(HttpRequest request, @Nullable String json) {
        HttpResponse<String> response = Client.send(request, BodyHandlers.ofString(UTF_8));
        check(request.method(), request.uri(), json, response);
        return response;
    }

    private void check(
            String method, URI address, @Nullable String json, HttpResponse<String> response) {
        var operation = api.operation(method, address.getRawPath());
        String type = mediaType(response.headers());
        String name = operation.name() + " " + response.statusCode();
        JsonNode described = api.response(operation, response.statusCode());

        checkHeaders(name, described.path("headers"), response.headers());
        checkBody(name, described.path("content"), type, response.body());
        if (response.statusCode() < 300) {
            checkInput(operation, address, json);
        }
        seen.add(name + " " + type);
    }

    private void checkHeaders(String name, JsonNode described, HttpHeaders headers) {
        described
                .propertyStream()
                .forEach(
                        header ->
                                checkHeader(
                                        name + " " + header.getKey(),
                                        api.resolved(header.getValue()),
                                        headers.firstValue(header.getKey()).orElse(null)));
        var known =
                described.propertyNames().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        assertThat(headers.map().keySet().stream().map(it -> it.toLowerCase(Locale.ROOT)))
                .as("headers of " + name)
                .allMatch(it -> known.contains(it) || NOT_OF_THE_API.contains(it));
    }

    private void checkHeader(String name, JsonNode described, @Nullable String value) {
        if (value == null) {
            assertThat(described.path("required").asBoolean(false)).as(name + " must be").isFalse();
            return;
        }
        api.check(name, described.get("schema"), valueOf(described.get("schema"), value));
    }

    private void checkBody(String name, JsonNode content, String type, String body) {
        if (content.isMissingNode()) {
            assertThat(body).as(name).isEmpty();
            return;
        }
        JsonNode described = content.get(type);
        assertThat(described).as("%s with %s is described", name, type).isNotNull();
        if (type.equals(EVENTS)) {
            checkEvents(name, described.get("x-events"), body);
        } else {
            api.check(name, described.get("schema"), Client.JSON.readTree(body));
        }
    }

    private void checkEvents(String name, JsonNode described, String body) {
        int number = 0;
        for (Answer.Event event : events(body)) {
            String kind = event.name() == null ? "message" : event.name();
            JsonNode schema = described.get(kind);
            assertThat(schema).as("event %s of %s is described", kind, name).isNotNull();
            JsonNode data =
                    event.data().equals("[DONE]")
                            ? JsonNodeFactory.instance.stringNode(event.data())
                            : event.json();
            api.check(name + " event " + kind, schema, data);
            assertThat(event.id()).isEqualTo(Integer.toString(number++));
            seen.add(EVENT + kind);
        }
    }

    private static List<Answer.Event> events(String body) {
        try (var reader = new BufferedReader(new StringReader(body))) {
            return Answer.read(200, reader).events();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was accepted must be described, and is remembered parameter by parameter. */
    private void checkInput(Described.Operation operation, URI address, @Nullable String json) {
        Map<String, JsonNode> parameters =
                api.parameters(operation).stream()
                        .filter(it -> it.get("in").asString().equals("query"))
                        .collect(Collectors.toMap(it -> it.get("name").asString(), it -> it));
        query(address)
                .forEach(
                        (name, value) -> {
                            JsonNode parameter = parameters.get(name);
                            assertThat(parameter).as("?%s is described", name).isNotNull();
                            JsonNode schema = parameter.get("schema");
                            api.check(
                                    operation.name() + " " + name, schema, valueOf(schema, value));
                            seen.add(operation.name() + " ?" + name);
                        });
        if (json != null) {
            JsonNode body = Client.JSON.readTree(json);
            JsonNode media = operation.described().at("/requestBody/content/application~1json");
            api.check(operation.name() + " body", media.get("schema"), body);
            body.propertyNames().forEach(field -> seen.add(operation.name() + " ." + field));
        }
    }

    private static Map<String, String> query(URI address) {
        String query = address.getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    /** A text as the type that the schema wants. */
    private JsonNode valueOf(JsonNode schema, String text) {
        return switch (api.resolved(schema).path("type").asString("")) {
            case "array" -> Client.JSON.valueToTree(List.of(text.split(",")));
            case "integer", "boolean" -> Client.JSON.readTree(text);
            default -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    private static String mediaType(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private Stream<String> answers(Described.Operation operation) {
        return api.responses(operation).propertyNames().stream()
                .flatMap(
                        status ->
                                api.mediaTypes(operation, status).stream()
                                        .map(type -> operation.name() + " " + status + " " + type));
    }

    private Stream<String> events(Described.Operation operation) {
        return operation
                .described()
                .at("/responses/200/content/text~1event-stream/x-events")
                .propertyNames()
                .stream()
                .map(EVENT::concat);
    }

    private Stream<String> inputs(Described.Operation operation) {
        Stream<String> parameters =
                api.parameters(operation).stream()
                        .filter(it -> it.get("in").asString().equals("query"))
                        .map(it -> operation.name() + " ?" + it.get("name").asString());
        return Stream.concat(
                parameters,
                api.requestFields(operation).stream().map(it -> operation.name() + " ." + it));
    }
}
