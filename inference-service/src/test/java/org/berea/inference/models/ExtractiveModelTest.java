package org.berea.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.Passages.passage;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.completion.Verse;
import org.berea.inference.Passages;
import org.junit.jupiter.api.Test;

final class ExtractiveModelTest {
    private static final String QUESTION = "What does Romans 8:28 say?";
    private final ExtractiveModel model = new ExtractiveModel();

    @Test
    void quotesTheVerseThatWasAskedForFirstAndThenWhatStandsAroundIt() {
        assertThat(write(QUESTION, Passages.ROMANS))
                .isEqualTo(
                        "The text says: “"
                                + Passages.ROM_8_28.text()
                                + "” (Romans 8:28). "
                                + "Before it stands: “"
                                + Passages.ROM_8_27.text()
                                + "” (Romans 8:27). "
                                + "It goes on: “"
                                + Passages.ROM_8_29.text()
                                + "” (Romans 8:29). ");
    }

    @Test
    void takesTheVerseOfEachFurtherPassageThatFitsTheQuestionBest() {
        assertThat(write("Is it rude to be proud?", Passages.CORINTHIANS))
                .isEqualTo(
                        "The text says: “" + Passages.COR_13_5.text() + "” (1 Corinthians 13:5). ");
        assertThat(write(QUESTION, Passages.ROMANS, Passages.CORINTHIANS))
                .contains("Another passage says: “Love is patient.");
    }

    @Test
    void quotesAPassageThatWasFoundByReferenceEvenIfTheQuestionCannotBeRead() {
        assertThat(write("The love chapter?", passage(Reason.REFERENCE, Passages.COR_13_4)))
                .startsWith("The text says: “Love is patient.");
    }

    @Test
    void saysSoWhenThereIsNothingToQuote() {
        assertThat(write(QUESTION)).isEqualTo(ExtractiveModel.NO_SOURCES);
        assertThat(write(QUESTION, passage(Reason.REFERENCE, new Verse("MAT.17.21", "  "))))
                .isEqualTo(ExtractiveModel.NO_SOURCES);
    }

    @Test
    void setsQuotationsInsideAVerseInSingleMarks() {
        var verse =
                new Verse(
                        "JHN.3.3", "Jesus answered, “No one\ncan \"see\" it unless ‘born’ again.”");
        assertThat(write("John 3:3", passage(Reason.REFERENCE, verse)))
                .isEqualTo(
                        "The text says: “Jesus answered, ‘No one can 'see' it unless ‘born’ again.’” (John 3:3). ");
    }

    @Test
    void quotesVersesThatArePrintedAsOneUnderTheReferenceOfBoth() {
        var bridged = passage(Reason.REFERENCE, Passages.ROM_8_27, Passages.ROM_8_28_29);
        assertThat(write("What does Romans 8:29 say?", bridged))
                .startsWith(
                        "The text says: “"
                                + Passages.ROM_8_28_29.text()
                                + "” (Romans 8:28–29). Before it stands: ");
    }

    @Test
    void quotesEightVersesAtMost() {
        var psalm =
                passage(
                        Reason.REFERENCE,
                        java.util.stream.IntStream.rangeClosed(1, 20)
                                .mapToObj(v -> new Verse("PSA.119." + v, "Verse text " + v + "."))
                                .toArray(Verse[]::new));
        assertThat(write("Psalm 119", psalm).split("\\(Psalm", -1)).hasSize(9);
    }

    @Test
    void comesToAProperEndAndReportsNoUsage() {
        assertThat(model.stream(call(QUESTION, List.of())).blockLast(Duration.ofSeconds(5)))
                .isEqualTo(new ModelOutput.End(FinishReason.STOP, null, null));
        assertThat(model.spec().isFree()).isTrue();
    }

    private String write(String question, Passage... passages) {
        return model.stream(call(question, List.of(passages)))
                .filter(ModelOutput.Delta.class::isInstance)
                .map(output -> ((ModelOutput.Delta) output).text())
                .collect(Collectors.joining())
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private static ModelCall call(String question, List<Passage> passages) {
        return new ModelCall("", List.of(), question, passages, 1_000);
    }
}
