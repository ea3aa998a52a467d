package org.berea.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GoldenJsonTest {
    private final JsonMapper strict =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static Stream<Map.Entry<String, Object>> samples() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsItsGoldenFileSays(Map.Entry<String, Object> sample) throws IOException {
        JsonNode written = strict.readTree(strict.writeValueAsBytes(sample.getValue()));

        assertThat(written.toPrettyString()).isEqualTo(golden(sample.getKey()).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadBackAsTheSameValue(Map.Entry<String, Object> sample) throws IOException {
        JsonNode golden = golden(sample.getKey());

        Object read = strict.treeToValue(golden, sample.getValue().getClass());

        assertThat(strict.readTree(strict.writeValueAsBytes(read))).isEqualTo(golden);
    }

    private JsonNode golden(String name) throws IOException {
        String file = "/golden/" + name + ".json";
        try (InputStream in = GoldenJsonTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return strict.readTree(in);
        }
    }
}
