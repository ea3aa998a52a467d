package org.berea.inference;

import java.util.Arrays;
import java.util.List;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;

/** Passages of the sample corpus' kind. */
public final class Passages {
    public static final Verse ROM_8_27 =
            new Verse("ROM.8.27", "And the one who searches hearts knows what the Spirit intends.");
    public static final Verse ROM_8_28 =
            new Verse(
                    "ROM.8.28",
                    "And we know that in everything God works for the good of those who love him.");
    public static final Verse ROM_8_29 =
            new Verse("ROM.8.29", "For those he knew beforehand he also marked out beforehand.");

    /** Two verses that the edition prints as one. */
    public static final Verse ROM_8_28_29 =
            new Verse(
                    "ROM.8.28-29",
                    "God works for the good of those whom he knew and marked out beforehand.");

    public static final Verse COR_13_4 =
            new Verse("1CO.13.4", "Love is patient. Love is kind; it does not envy.");
    public static final Verse COR_13_5 =
            new Verse("1CO.13.5", "It is not rude, and it does not seek its own way.");

    public static final Passage ROMANS =
            passage(Passage.Reason.REFERENCE, ROM_8_27, ROM_8_28, ROM_8_29);
    public static final Passage CORINTHIANS = passage(Passage.Reason.VECTOR, COR_13_4, COR_13_5);
    public static final List<Passage> BOTH = List.of(ROMANS, CORINTHIANS);

    private Passages() {}

    public static Passage passage(Passage.Reason reason, Verse... verses) {
        var range =
                new VerseRange(verses(verses[0]).first(), verses(verses[verses.length - 1]).last());
        return new Passage(range.wire(), range.label(), "BST", Arrays.asList(verses), 0.8, reason);
    }

    private static VerseRange verses(Verse verse) {
        return VerseRange.parse(verse.ref()).orElseThrow();
    }
}
