package org.berea.embedding.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real model. */
class BgeEncoderTest {
    private static BgeEncoder encoder;

    @BeforeAll
    static void load() {
        encoder = BgeEncoder.load();
    }

    @AfterAll
    static void close() throws Exception {
        encoder.close();
    }

    @Test
    void makesVectorsOfUnitLength() {
        float[] vector = passage("Jesus wept.");

        assertThat(vector).hasSize(384);
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-6));
    }

    @Test
    void agreesWithAnotherImplementationOfTheSameModel() {
        var other = new BgeSmallEnV15QuantizedEmbeddingModel();
        for (String text : new String[] {"Jesus wept.", "Τί ἐστιν ἀλήθεια; — café №9 😀"}) {
            assertThat(cosine(passage(text), other.embed(text).content().vector()))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void findsTheVerseThatAnswersAQuestion() {
        float[] query = vector(new Text("How did God make light?", Purpose.QUERY));

        assertThat(cosine(query, passage("God said, “Let there be light,” and there was light.")))
                .isGreaterThan(cosine(query, passage("Two are better than one.")) + 0.1);
    }

    @Test
    void putsTheInstructionBeforeQueriesOnly() {
        String text = "Who was Barnabas?";

        assertThat(passage(text))
                .isEqualTo(vector(new Text(text, Purpose.IMPORT)))
                .isNotEqualTo(vector(new Text(text, Purpose.QUERY)));
        assertThat(vector(new Text(text, Purpose.QUERY)))
                .isEqualTo(
                        passage(
                                "Represent this sentence for searching relevant passages: "
                                        + text));
    }

    @Test
    void refusesMoreTokensThanTheModelReadsInsteadOfCutting() {
        assertThat(encoder.encode(words(510))).isInstanceOf(Encoding.Encoded.class);
        assertThat(encoder.encode(words(511))).isEqualTo(new Encoding.TooLong(513, 512));
    }

    @Test
    void givesTheSameVectorFromManyThreadsAtOnce() throws Exception {
        float[] alone = passage("Jesus wept.");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results =
                    threads.invokeAll(
                            IntStream.range(0, 100)
                                    .<java.util.concurrent.Callable<float[]>>mapToObj(
                                            _ -> () -> passage("Jesus wept."))
                                    .toList());
            for (var result : results) {
                assertThat(result.get()).isEqualTo(alone);
            }
        }
    }

    private static Text words(int count) {
        return new Text("light ".repeat(count).strip(), Purpose.PASSAGE);
    }

    private static float[] passage(String text) {
        return vector(new Text(text, Purpose.PASSAGE));
    }

    private static float[] vector(Text text) {
        return ((Encoding.Encoded) encoder.encode(text)).vector();
    }

    private static double cosine(float[] left, float[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
    }
}
