package org.berea.search.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.search.SearchFilter;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;
import org.berea.search.querying.AnalysedQuestion.Kind;
import org.berea.search.querying.WantedBooks;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final VerseRef VERSE = VerseRef.parse("ROM.8.28").orElseThrow();
    private static final LexicalHit WORDS = new LexicalHit(VERSE, 9, 1);
    private static final VectorHit VECTOR = new VectorHit(VERSE, 0.9);
    private static final Sought SOUGHT =
            new Sought(
                    new EditionKey("BST", "01"),
                    Kind.TOPIC,
                    List.of("love"),
                    Optional.empty(),
                    WantedBooks.of(SearchFilter.NONE));

    @Test
    void areWhatBothLegsFound() {
        var found = Candidates.of(SOUGHT, List.of(words(), vector()));
        assertThat(found.lexical()).containsExactly(WORDS);
        assertThat(found.near()).containsExactly(VECTOR);
        assertThat(found.vectorsAway()).isFalse();
    }

    @Test
    void areWhatOneLegFoundWhenTheOtherCannotBeGone() {
        var byWords = Candidates.of(SOUGHT, List.of(words(), Leg.byVector(CandidatesTest::away)));
        assertThat(byWords.lexical()).containsExactly(WORDS);
        assertThat(byWords.vectorsAway()).isTrue();

        var byVector = Candidates.of(SOUGHT, List.of(Leg.byWords(CandidatesTest::away), vector()));
        assertThat(byVector.near()).containsExactly(VECTOR);
        assertThat(byVector.vectorsAway()).isFalse();
    }

    @Test
    void areNoneOnlyWhenNoLegCanBeGone() {
        List<Leg> none =
                List.of(Leg.byWords(CandidatesTest::away), Leg.byVector(CandidatesTest::away));
        assertThatThrownBy(() -> Candidates.of(SOUGHT, none))
                .isInstanceOf(EngineAwayException.class);
        assertThatThrownBy(() -> Candidates.of(SOUGHT, none.subList(0, 1)))
                .isInstanceOf(EngineAwayException.class);
    }

    private static Leg words() {
        return Leg.byWords(() -> List.of(WORDS));
    }

    private static Leg vector() {
        return Leg.byVector(() -> List.of(VECTOR));
    }

    private static <T> List<T> away() {
        throw new EngineAwayException("for this test");
    }
}
