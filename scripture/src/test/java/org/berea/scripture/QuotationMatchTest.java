package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationMatchTest {
    /** King James Version, public domain. */
    private static final String ROMANS_8_28 =
            "And we know that all things work together for good to them that love God, to them who are the called"
                    + " according to his purpose.";

    private static final String ROMANS_8_29 =
            "For whom he did foreknow, he also did predestinate to be conformed to the image of his Son, that he might"
                    + " be the firstborn among many brethren.";

    private static final String ROMANS_8_30 =
            "Moreover whom he did predestinate, them he also called: and whom he called, them he also justified: and"
                    + " whom he justified, them he also glorified.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And we know that all things work together for good to them that love God, to them who are the called according to his purpose.",
                "and WE know that ALL things work together for good",
                "all things work together for good",
                "  all   things\nwork\ttogether\u00A0for good!?  ",
                "All things — work together – for good",
                "“all things work together for good”",
                "And we know … all things work together",
                "And we know ... all things work together",
                "And we know . . . all things . . . . good",
                "And we know [...] them that love God",
                "And we know (…) them that love God",
                "… all things work together for good …",
                "[A]nd we know that all things",
                "²⁸And we know that all things",
                "[28] And we know that all things",
                "**And we know** that *all things*",
                "And we <i>know</i> that&nbsp;all things",
                "And we kn\u200Bow th\u00ADat all things",
                "Ａｎｄ ｗｅ ｋｎｏｗ that all things",
                "to them that love God, to them who are the called",
            })
    void allowsCasePunctuationSpacingPartsAndEllipses(String quotation) {
        assertThat(QuotationMatch.matches(quotation, ROMANS_8_28)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And we know that all things work together for evil",
                "And we know that most things work together for good",
                "And we know that all things work for good",
                "And we know that all things always work together for good",
                "And they know that all things work together",
                "And we know all things work together",
                "All things worked together for good",
                "all things work together for good to those that love God",
                "all things work together for good for them that love God",
                "all things together work for good",
                "all things … And we know",
                "them that love God … work together for good",
                "And we know - to them that love God",
                "And we know .. to them that love God",
                "And we know that [God makes] all things work together",
                "And we know that all things [harmful] work together",
                "28 And we know that all things",
                "And we know that all things work togethe",
                "nd we know that all things",
                "all things 7 work together",
                "And we know … purpose … good",
            })
    void refusesChangedAddedDroppedAndReorderedWords(String quotation) {
        assertThat(QuotationMatch.matches(quotation, ROMANS_8_28)).isFalse();
    }

    @Test
    void keepsApostrophesInsideWords() {
        assertThat(QuotationMatch.matches("God's love", "the ‘God’s love’ is")).isTrue();
        assertThat(QuotationMatch.matches("Gods love", "God’s love")).isFalse();
        assertThat(QuotationMatch.matches("'God's love'", "God’s love")).isTrue();
        assertThat(QuotationMatch.matches("its own", "it’s own")).isFalse();
    }

    @Test
    void takesHyphensForBlanks() {
        assertThat(QuotationMatch.matches("two edged sword", "any two-edged sword")).isTrue();
        assertThat(QuotationMatch.matches("to-day if ye", "To day if ye")).isTrue();
    }

    @Test
    void runsAcrossConsecutiveVerses() {
        List<String> both = List.of(ROMANS_8_28, ROMANS_8_29);

        assertThat(
                        QuotationMatch.matches(
                                "according to his purpose. For whom he did foreknow", both))
                .isTrue();
        assertThat(QuotationMatch.matches("And we know … the firstborn among many brethren", both))
                .isTrue();
        assertThat(QuotationMatch.matches("purpose. Whom he did foreknow", both)).isFalse();
    }

    @Test
    void bridgesVersesInBetweenOnlyByAnEllipsis() {
        SequencedMap<VerseRef, String> verses = new LinkedHashMap<>();
        verses.put(new VerseRef(Book.ROMANS, 8, 28), ROMANS_8_28);
        verses.put(new VerseRef(Book.ROMANS, 8, 30), ROMANS_8_30);

        assertThat(QuotationMatch.matches("to his purpose. Moreover whom he did", verses))
                .isFalse();
        assertThat(QuotationMatch.matches("to his purpose … Moreover whom he did", verses))
                .isTrue();

        verses.clear();
        verses.put(new VerseRef(Book.ROMANS, 8, 29), ROMANS_8_29);
        verses.put(new VerseRef(Book.ROMANS, 8, 30), ROMANS_8_30);
        assertThat(QuotationMatch.matches("many brethren. Moreover whom", verses)).isTrue();
    }

    @Test
    void matchesNothingLongerThanTheVerse() {
        assertThat(QuotationMatch.matches("Jesus wept bitterly", "Jesus wept.")).isFalse();
        assertThat(QuotationMatch.matches("Jesus wept", "")).isFalse();
    }
}
