package org.berea.inference.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.contracts.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
final class AnswerSchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String POINTS =
            """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
             "properties":{"points":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/point"}}},
             "required":["points"],"additionalProperties":false,
             "$defs":{"point":{"type":"string","minLength":2,"pattern":"^[A-Z]"}}}""";

    @Test
    void holdsValuesAgainstTheSchema() {
        AnswerSchema schema = schema(POINTS);
        assertThat(schema.problems(MAPPER.readTree("{\"points\":[\"Love\"]}"))).isEmpty();
        assertThat(schema.problems(MAPPER.readTree("{\"points\":[\"love\"],\"more\":1}")))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("/points/0"))
                .anyMatch(problem -> problem.contains("more"));
        assertThat(schema.problems(MAPPER.readTree("[]"))).hasSize(1);
    }

    @Test
    void allowsASchemaThatContainsItselfAndBoundsWhatThatCosts() {
        AnswerSchema tree =
                schema("{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}}}");
        assertThat(tree.problems(nested(5))).isEmpty();
        assertThat(tree.problems(nested(400))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"nope\"}",
                "{\"properties\":7}",
                "{\"required\":\"a\"}",
                "{\"pattern\":\"(\"}",
                "{\"$ref\":\"#\"}",
                "{\"allOf\":[{\"$ref\":\"#\"}]}",
                "{\"$ref\":\"#/$defs/none\"}",
                "{\"$dynamicRef\":\"#none\"}",
                "{\"$ref\":\"other.json\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"file:///etc/passwd\"}}}",
                "{\"$ref\":\"classpath:application.yml\"}",
                "{\"$id\":\"http://127.0.0.1/x\",\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":true}}",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}",
            })
    void refusesWhatIsNoUsableSchemaAndNamesTheField(String schema) {
        assertThatThrownBy(() -> schema(schema))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("responseSchema"));
    }

    @Test
    void refusesALargeSchema() {
        assertThatThrownBy(() -> schema("{\"description\":\"" + "a".repeat(8_000) + "\"}"))
                .hasMessage("responseSchema: 8018 characters (expected: at most 8000)");
    }

    @Test
    void fetchesNothingForAStranger() throws IOException {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> asked.incrementAndGet());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";
        try {
            for (String keyword : new String[] {"$ref", "$dynamicRef", "$schema", "$id"}) {
                assertThatThrownBy(() -> schema("{\"" + keyword + "\":\"" + url + "\"}"))
                        .isInstanceOf(InvalidValueException.class);
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void givesUpOnAPatternThatWouldNeverEnd() {
        AnswerSchema schema = schema("{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}");
        assertThat(schema.problems(MAPPER.readTree("\"aaaa\""))).isEmpty();
        long start = System.nanoTime();
        assertThat(schema.problems(MAPPER.valueToTree("a".repeat(5_000) + "!"))).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void survivesAPatternThatNeedsMoreStackThanThereIs() {
        AnswerSchema schema = schema("{\"type\":\"string\",\"pattern\":\"^(a|b)*$\"}");
        assertThat(schema.problems(MAPPER.valueToTree("ab".repeat(100_000)))).hasSize(1);
    }

    @Test
    void refusesASchemaThatIsNestedTooDeeply() {
        String deep = "{\"not\":".repeat(450) + "{}" + "}".repeat(450);
        assertThatThrownBy(() -> schema(deep)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesASchemaThatDoublesItselfOverAndOver() {
        var schema = new StringBuilder("{\"$ref\":\"#/$defs/a0\",\"$defs\":{");
        for (int i = 0; i < 40; i++) {
            String next = "{\"$ref\":\"#/$defs/a" + (i + 1) + "\"}";
            schema.append("\"a%d\":{\"allOf\":[%s,%s]},".formatted(i, next, next));
        }
        schema.append("\"a40\":{\"type\":\"object\"}}}");
        assertThatThrownBy(() -> schema(schema.toString()))
                .isInstanceOf(InvalidValueException.class);
    }

    private static tools.jackson.databind.JsonNode nested(int depth) {
        return MAPPER.readTree("{\"next\":".repeat(depth) + "{}" + "}".repeat(depth));
    }

    private static AnswerSchema schema(String json) {
        return AnswerSchema.of(MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {}));
    }
}
