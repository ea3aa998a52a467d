package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Completion;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.quota.QuotaState;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.DeadLetters;
import org.berea.contracts.records.HistoryPage;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.records.Replay;
import org.berea.contracts.records.ReviewPage;
import org.berea.contracts.search.PassagesResponse;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document at /openapi.json says what the code says: each route, each record, each field. */
@ExtendWith(Running.class)
final class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Gateway gateway;
    private JsonNode api;

    ApiDocumentTest(Running.Suite suite) {
        this.gateway = suite.gateway();
    }

    @BeforeEach
    void read() throws Exception {
        api = gateway.send(gateway.request("/openapi.json")).json();
    }

    static Stream<Class<? extends Record>> requests() {
        return Stream.of(CompletionRequest.class, EmbeddingRequest.class, ModerationRequest.class);
    }

    static Stream<Class<? extends Record>> responses() {
        return Stream.of(
                AnswerEvent.Start.class,
                AnswerEvent.Sources.class,
                AnswerEvent.Token.class,
                Citation.class,
                Notice.class,
                Usage.class,
                Problem.class,
                Completion.class,
                Translations.class,
                SearchResponse.class,
                PassagesResponse.class,
                EmbeddingResponse.class,
                ModerationResponse.class,
                QuotaState.class,
                HistoryPage.class,
                ImportState.class,
                CrossReferencesState.class,
                ReviewPage.class,
                DeadLetters.class,
                Replay.class);
    }

    @Test
    void documentsWhatIsReachedAndNothingElse() {
        var reached = new TreeSet<>(routes());
        reached.addAll(ownApi());

        assertThat(operations()).isEqualTo(reached);
    }

    @Test
    void everyOperationIsNamedAndAsksForAToken() {
        var names = new ArrayList<String>();
        for (JsonNode path : api.get("paths")) {
            for (String method : METHODS) {
                JsonNode operation = path.get(method);
                if (operation != null) {
                    names.add(operation.get("operationId").asString());
                    assertThat(operation.get("summary").asString()).isNotBlank();
                    assertThat(operation.get("responses").has("401")).isTrue();
                    assertThat(tags()).contains(operation.at("/tags/0").asString());
                    assertThat(operation.has("security")).isFalse();
                }
            }
        }
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
        assertThat(api.at("/security/0").has("token")).isTrue();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        var targets = new HashSet<String>();
        references(api, targets);

        assertThat(targets)
                .allSatisfy(target -> assertThat(resolved(target).isMissingNode()).isFalse());
        assertThat(api.at("/components/schemas").propertyNames())
                .allSatisfy(name -> assertThat(targets).contains("#/components/schemas/" + name));
    }

    /** A comma too many in YAML makes a name without a value. */
    @Test
    void nothingIsNamedAndNotSaid() {
        assertThat(empty(api, "")).isEmpty();
    }

    @Test
    void everyProblemIsOneThatExists() {
        var codes = Stream.of(ProblemType.values()).map(type -> type.uri().toString()).toList();

        assertThat(texts(api.at("/components/schemas/Problem/properties/type/enum")))
                .isSubsetOf(codes);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestHasTheFieldsOfItsRecord(Class<? extends Record> type) {
        compare(type, schema(type), type.getSimpleName(), false);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void everyResponseHasTheFieldsOfItsRecord(Class<? extends Record> type) {
        compare(type, schema(type), type.getSimpleName(), true);
    }

    private Set<String> routes() {
        return Set.copyOf(
                Objects.requireNonNull(
                        gateway.bean(RouteLocator.class)
                                .getRoutes()
                                .map(Route::getId)
                                .collectList()
                                .block(Gateway.LIMIT)));
    }

    /** What the gateway answers itself, but for the page and this document. */
    private List<String> ownApi() {
        return gateway
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(
                        mapping ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .flatMap(
                                                method ->
                                                        mapping.getDirectPaths().stream()
                                                                .map(path -> method + " " + path)))
                .filter(name -> name.matches("\\w+ /(ai|admin|v1)/.*"))
                .toList();
    }

    private Set<String> operations() {
        var found = new TreeSet<String>();
        api.get("paths")
                .propertyStream()
                .forEach(
                        path ->
                                path.getValue().propertyNames().stream()
                                        .filter(METHODS::contains)
                                        .forEach(
                                                method ->
                                                        found.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return found;
    }

    private List<String> tags() {
        return api.get("tags").valueStream().map(tag -> tag.get("name").asString()).toList();
    }

    private static void references(JsonNode node, Set<String> into) {
        if (node.path("$ref").isString()) {
            into.add(node.get("$ref").asString());
        }
        node.forEach(child -> references(child, into));
    }

    private static List<String> empty(JsonNode node, String place) {
        return node.propertyStream()
                .flatMap(
                        child -> {
                            String below = place + "/" + child.getKey();
                            return child.getValue().isNull()
                                    ? Stream.of(below)
                                    : empty(child.getValue(), below).stream();
                        })
                .toList();
    }

    private JsonNode resolved(String reference) {
        return api.at(reference.substring(1));
    }

    private JsonNode schema(Class<?> type) {
        return api.at("/components/schemas/" + type.getSimpleName());
    }

    private void compare(Type type, JsonNode given, String place, boolean answered) {
        JsonNode schema = given.has("$ref") ? resolved(given.get("$ref").asString()) : given;
        switch (type) {
            case ParameterizedType list when list.getRawType().equals(List.class) ->
                    compare(
                            list.getActualTypeArguments()[0],
                            schema.get("items"),
                            place + "[]",
                            answered);
            case ParameterizedType map -> assertThat(map.getRawType()).isEqualTo(Map.class);
            case Class<?> plain when plain.isEnum() ->
                    assertThat(texts(schema.get("enum")))
                            .as(place)
                            .containsExactlyInAnyOrderElementsOf(labels(plain));
            case Class<?> plain when plain.isRecord() && !plain.equals(CompletionId.class) ->
                    compareFields(plain, schema, place, answered);
            case Class<?> plain when !plain.equals(Object.class) ->
                    assertThat(kind(schema)).as(place).isEqualTo(kind(plain));
            default -> {}
        }
    }

    private void compareFields(Class<?> type, JsonNode schema, String place, boolean answered) {
        JsonNode properties = schema.get("properties");
        var fields = List.of(type.getRecordComponents());

        assertThat(properties.propertyNames())
                .as(place)
                .containsExactlyInAnyOrderElementsOf(
                        fields.stream().map(ApiDocumentTest::name).toList());
        var required = texts(schema.path("required"));
        var always = fields.stream().filter(ApiDocumentTest::isAlwaysThere);
        if (answered) {
            assertThat(required)
                    .as("required in " + place)
                    .containsExactlyInAnyOrderElementsOf(
                            always.map(ApiDocumentTest::name).toList());
        } else {
            assertThat(required).isSubsetOf(always.map(ApiDocumentTest::name).toList());
            assertThat(schema.get("additionalProperties").asBoolean(true)).as(place).isFalse();
        }
        for (RecordComponent field : fields) {
            String below = place + "." + name(field);
            compare(field.getGenericType(), properties.get(name(field)), below, answered);
        }
    }

    private static String name(RecordComponent field) {
        var given = field.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? field.getName() : given.value();
    }

    private static boolean isAlwaysThere(RecordComponent field) {
        var include = field.getAccessor().getAnnotation(JsonInclude.class);
        return !isNullable(field.getAnnotatedType())
                && (include == null || include.value() != JsonInclude.Include.NON_EMPTY);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static List<String> labels(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> JSON.valueToTree(value).asString())
                .toList();
    }

    private static String kind(JsonNode schema) {
        String format = schema.path("format").asString("");
        return schema.path("type").asString() + (format.isEmpty() ? "" : " " + format);
    }

    private static String kind(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> "boolean";
            case "int", "java.lang.Integer" -> "integer";
            case "long" -> "integer int64";
            case "double" -> "number double";
            case "[F" -> "array";
            default -> type.equals(Instant.class) ? "string date-time" : "string";
        };
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
