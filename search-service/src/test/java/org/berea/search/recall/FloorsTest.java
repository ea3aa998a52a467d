package org.berea.search.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;
import org.junit.jupiter.api.Test;

class FloorsTest {
    private static final VerseRef VERSE = VerseRef.parse("ROM.8.28").orElseThrow();
    private static final List<VectorHit> NEAR = List.of(new VectorHit(VERSE, 0.7));
    private static final List<VectorHit> FAR = List.of(new VectorHit(VERSE, 0.55));

    private final Floors floors = Floors.CHOSEN;

    @Test
    void leavesOutWhatCoversTooLittleOfTheQuestion() {
        var some = new LexicalHit(VERSE, 9, 0.5);
        var little = new LexicalHit(VERSE, 10, 0.3);
        assertThat(floors.lexical(List.of(little, some), NEAR)).containsExactly(some);
    }

    @Test
    void leavesOutWhatIsFarBehindTheBest() {
        var best = new LexicalHit(VERSE, 10, 1);
        var behind = new LexicalHit(VERSE, 2, 1);
        assertThat(floors.lexical(List.of(best, behind), NEAR)).containsExactly(best);
    }

    @Test
    void wantsNearlyAllWordsWhenNothingIsNearInMeaning() {
        var half = new LexicalHit(VERSE, 10, 0.6);
        var most = new LexicalHit(VERSE, 10, 0.8);
        assertThat(floors.lexical(List.of(half, most), FAR)).containsExactly(most);
        assertThat(floors.lexical(List.of(half, most), List.of())).containsExactly(half, most);
    }

    @Test
    void leavesOutWhatIsNotNearAndMoreSoBesideVersesThatAreNamed() {
        var near = new VectorHit(VERSE, 0.75);
        var nearly = new VectorHit(VERSE, 0.65);
        var far = new VectorHit(VERSE, 0.55);
        assertThat(floors.near(List.of(near, nearly, far), false)).containsExactly(near, nearly);
        assertThat(floors.near(List.of(near, nearly, far), true)).containsExactly(near);
    }
}
