package org.berea.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.CompletionFinished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events only ever grow. The files under {@code golden/v1} are what the first version wrote: they
 * lie in Kafka and are never changed, so every later version must read them.
 */
class EventEvolutionTest {
    /** As the consumers have it. */
    private final JsonMapper tolerant =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    @Test
    void readsWhatTheFirstVersionAdmitted() throws IOException {
        var event = (CompletionAdmitted) read("completion-admitted");

        assertThat(event.completionId().value()).isEqualTo("cmp_0123456789abcdef0123456789abcdef");
        assertThat(event.day()).hasToString("2026-11-24");
        assertThat(event.subject()).isEqualTo("alice");
        assertThat(event.tier().label()).isEqualTo("plus");
        assertThat(event.task().label()).isEqualTo("verse-lookup");
        assertThat(event.instance()).isEqualTo("inference-5f0c");
        assertThat(event.ceilingTokens()).isEqualTo(12_288);
        assertThat(event.ceilingMicros()).isEqualTo(8_192);
    }

    @Test
    void readsWhatTheFirstVersionFinished() throws IOException {
        var event = (CompletionFinished) read("completion-finished");

        assertThat(event.completionId().value()).isEqualTo("cmp_0123456789abcdef0123456789abcdef");
        assertThat(event.outcome()).isEqualTo(CompletionFinished.Outcome.FINISHED);
        assertThat(event.answer()).isEqualTo("It promises (Romans 8:28).");
        assertThat(event.references()).isEqualTo(List.of("ROM.8.28"));
        assertThat(event.model()).isEqualTo("hosted-small");
        assertThat(event.promptTokens()).isEqualTo(812);
        assertThat(event.completionTokens()).isEqualTo(143);
        assertThat(event.costMicros()).isEqualTo(139);
    }

    @Test
    void readsTheLeastThatTheFirstVersionWrote() throws IOException {
        var event = (CompletionFinished) read("completion-finished-rejected");

        assertThat(event.outcome()).isEqualTo(CompletionFinished.Outcome.REJECTED);
        assertThat(event.translation()).isNull();
        assertThat(event.model()).isNull();
        assertThat(event.reason()).isEqualTo("harm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion-admitted", "completion-finished"})
    void readsFieldsThatALaterVersionAdds(String name) throws IOException {
        var later = (ObjectNode) tree("v1/" + name);
        later.put("addedLater", true);
        later.putObject("addedDeeper").put("also", 1);

        assertThat(tolerant.treeToValue(later, CompletionEvent.class))
                .isEqualTo(tolerant.treeToValue(tree("v1/" + name), CompletionEvent.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion-admitted", "completion-finished"})
    void stillWritesEveryFieldOfTheFirstVersion(String name) throws IOException {
        JsonNode now = tree(name);

        tree("v1/" + name)
                .properties()
                .forEach(
                        field -> {
                            JsonNode written = now.get(field.getKey());
                            assertThat(written).as(field.getKey()).isNotNull();
                            assertThat(written.getNodeType())
                                    .isEqualTo(field.getValue().getNodeType());
                        });
    }

    private CompletionEvent read(String name) throws IOException {
        return tolerant.treeToValue(tree("v1/" + name), CompletionEvent.class);
    }

    private JsonNode tree(String name) throws IOException {
        String file = "/golden/" + name + ".json";
        try (InputStream in = EventEvolutionTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return tolerant.readTree(in);
        }
    }
}
