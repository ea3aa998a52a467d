package org.berea.inference.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.inference.Passages;
import org.berea.inference.models.ExtractiveAnswers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the extractive model writes must pass what all models' text must pass. */
final class ExtractiveAnswersTest {
    static Stream<Verse> verses() {
        return Stream.of(
                Passages.ROM_8_28,
                Passages.ROM_8_28_29,
                Passages.COR_13_4,
                new Verse("JHN.11.35", "Jesus wept."),
                new Verse(
                        "JHN.3.3", "Jesus answered, “No one can see it. You must be born again.”"),
                new Verse("MAT.5.27", "“You have heard: ‘Do not commit adultery.’ And more."),
                new Verse("MAT.6.9", "Pray like this: \"Our Father. Your name be holy.\""),
                new Verse("ACT.13.33", "as it is written in the second psalm, ‘You are my Son.’"),
                new Verse("GEN.5.5", "He lived 930 years. 12 of them count. And he died!"),
                new Verse("PSA.23.1", "A psalm.\nThe Lord is my shepherd;\n\nI lack nothing."),
                new Verse("EXO.20.1", "God spoke (all of it): 'I am. Do not steal.' So it is..."),
                new Verse("ISA.53.1", "Who believed it? Who saw? — The arm of the Lord…"));
    }

    @ParameterizedTest
    @MethodSource("verses")
    void eachSentenceIsWholeCitedAndPasses(Verse verse) {
        var passages =
                List.of(
                        Passages.passage(Passage.Reason.REFERENCE, verse),
                        Passages.passage(Passage.Reason.VECTOR, verse));
        var sentences = new Sentences();
        List<String> whole = new java.util.ArrayList<>();
        for (String delta : ExtractiveAnswers.deltas(verse.ref(), passages)) {
            whole.addAll(sentences.add(delta));
        }
        whole.add(sentences.rest());
        assertThat(whole).hasSize(2);
        for (String sentence : whole) {
            assertThat(new SentenceCheck(passages, verse.ref()).check("", sentence))
                    .isInstanceOfSatisfying(
                            Verdict.Passed.class,
                            passed ->
                                    assertThat(passed.citations())
                                            .anyMatch(c -> c.ref().equals(verse.ref())));
        }
    }
}
