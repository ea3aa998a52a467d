package org.berea.search.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.search.SearchFilter;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;
import org.berea.search.querying.AnalysedQuestion.Kind;
import org.berea.search.querying.WantedBooks;
import org.junit.jupiter.api.Test;

class FloorsTest {
    private static final VerseRef VERSE = VerseRef.parse("ROM.8.28").orElseThrow();

    private final Floors floors = Floors.CHOSEN;

    @Test
    void leaveNothingOfAQuestionThatNothingComesNearTo() {
        var far = found(List.of(lexical(0.7)), List.of(near(0.61)));
        assertThat(floors.applyTo(far, false).isEmpty()).isTrue();
    }

    @Test
    void areReachedByOneVerseThatIsNearInMeaningOrInWords() {
        var byVector = found(List.of(lexical(0.5)), List.of(near(0.63), near(0.61)));
        assertThat(floors.applyTo(byVector, false)).isEqualTo(byVector);
        var byWords = found(List.of(lexical(0.8)), List.of(near(0.6)));
        assertThat(floors.applyTo(byWords, false)).isEqualTo(byWords);
    }

    @Test
    void leaveOutSingleVersesThatHaveNothingToDoWithIt() {
        assertThat(floors.isShown(0.6, 0.1)).isTrue();
        assertThat(floors.isShown(0.5, 0.5)).isTrue();
        assertThat(floors.isShown(0.5, 0.3)).isFalse();
    }

    @Test
    void areHigherBesideVersesThatTheQuestionNames() {
        var nearly = found(List.of(lexical(0.8)), List.of(near(0.65)));
        assertThat(floors.applyTo(nearly, false).isEmpty()).isFalse();
        assertThat(floors.applyTo(nearly, true).isEmpty()).isTrue();
        var near = found(List.of(), List.of(near(0.75)));
        assertThat(floors.applyTo(near, true)).isEqualTo(near);
    }

    @Test
    void areLowerForWordsWhereMeaningIsNotKnown() {
        var some = found(List.of(lexical(0.5)), List.of());
        assertThat(floors.applyTo(some, false)).isEqualTo(some);
        var little = found(List.of(lexical(0.3)), List.of());
        assertThat(floors.applyTo(little, false).isEmpty()).isTrue();
    }

    private static Candidates found(List<LexicalHit> lexical, List<VectorHit> near) {
        var sought =
                new Sought(
                        new EditionKey("BST", "01"),
                        Kind.QUESTION,
                        List.of("word"),
                        Optional.empty(),
                        WantedBooks.of(SearchFilter.NONE));
        return Candidates.none(sought).with(lexical, near);
    }

    private static LexicalHit lexical(double coverage) {
        return new LexicalHit(VERSE, 9, coverage);
    }

    private static VectorHit near(double cosine) {
        return new VectorHit(VERSE, cosine);
    }
}
