package org.berea.search.querying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.berea.scripture.VerseRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryingTest {
    private final Querying querying = new Querying();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What does Romans 8:28 mean in context?     | ROM.8.28
                    Explain Psalm 23                           | PSA.23.1-6
                    Compare Jn 3:16 and 1 Cor 13:4-7           | JHN.3.16 1CO.13.4-7
                    What does Romans 99:1 say?                 | ''
                    """)
    void findsTheVersesThatAreNamedAndNothingElseInSuchQuestions(String question, String refs) {
        AnalysedQuestion analysed = querying.analyse(question);

        assertThat(
                        analysed.references().stream()
                                .map(VerseRange::wire)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(refs);
        assertThat(analysed.terms().isEmpty()).isTrue();
    }

    @Test
    void looksForTheWordsThatTellWhatTheQuestionIsAbout() {
        assertThat(querying.analyse("What does the Bible say about those who love God?").terms())
                .containsExactly("love", "god");
    }

    @Test
    void looksForEachWordOnceInWhateverFormItStands() {
        assertThat(querying.analyse("Shepherd, the shepherd's and SHEPHERDS").terms())
                .containsExactly("shepherd");
    }

    @Test
    void takesNothingForSyntax() {
        assertThat(querying.analyse("text:* AND (love^9 OR \"hope\"~) -faith [a TO z] /x/").terms())
                .contains("love", "hope", "faith")
                .noneMatch(term -> term.matches(".*[*^~:\"/\\[(].*"));
    }

    @Test
    void boundsLongQuestions() {
        String long8000 =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "word" + i)
                        .collect(Collectors.joining(" "));
        assertThat(querying.analyse(long8000).terms()).hasSize(64);
    }

    @Test
    void aVerseThatDoesNotExistIsAllThatSuchAQuestionAsksFor() {
        assertThat(querying.analyse("What does Hezekiah 3:4 say?").asksForVersesAlone()).isTrue();
        assertThat(querying.analyse("How should we then live?").asksForVersesAlone()).isFalse();
        assertThat(querying.analyse("Does Romans 8:99 speak of hope?").asksForVersesAlone())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Why did Peter weep?                           | QUESTION
                    why did Peter weep                            | QUESTION
                    “Who is my neighbour                          | QUESTION
                    The man who was healed of blindness by Jesus  | QUESTION
                    forgiveness                                   | TOPIC
                    strength in weakness                          | TOPIC
                    whole armour of God                           | TOPIC
                    """)
    void tellsQuestionsFromTopics(String question, AnalysedQuestion.Kind kind) {
        assertThat(querying.analyse(question).kind()).isEqualTo(kind);
    }
}
