package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerseRangeTest {
    @ParameterizedTest
    @CsvSource({
        "ROM.8.28, Romans 8:28, 1",
        "ROM.8.27-29, Romans 8:27–29, 3",
        "ROM.8.39-9.2, Romans 8:39–9:2, 3",
        "PSA.23.1-6, Psalm 23, 6",
        "PSA.1.1-2.12, Psalms 1–2, 18",
        "MAT.5.1-7.29, Matthew 5–7, 111",
        "JUD.1.3-5, Jude 3–5, 3",
        "JUD.1.1-25, Jude 1–25, 25",
        "1CO.13.4-7, 1 Corinthians 13:4–7, 4",
        "PS2.1.2, Psalm 151:2, 1",
        "GEN.1.1-50.26, Genesis 1–50, 1533",
    })
    void hasAWireFormALabelAndASize(String wire, String label, int size) {
        VerseRange range = VerseRange.parse(wire).orElseThrow();

        assertThat(range.wire()).isEqualTo(wire);
        assertThat(range.label()).isEqualTo(label);
        assertThat(range.size()).isEqualTo(size);
        assertThat(range.verses()).hasSize(size).startsWith(range.first()).endsWith(range.last());
        assertThat(References.parse(label)).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ROM",
                "ROM.8",
                "rom.8.28",
                "Rom.8.28",
                "ROM.8.40",
                "ROM.17.1",
                "ROM.0.1",
                "ROM.8.0",
                "ROM.8.28-",
                "ROM.8.28-27",
                "ROM.8.28-28",
                "ROM.8.28-40",
                "ROM.8.28-7.1",
                "ROM.8.28-9.34",
                "ROM.8.28-9.1.1",
                "ROM.8.28-29-30",
                "ROM.8.028",
                "ROM.8.+28",
                "ROM 8:28",
                " ROM.8.28",
                "ROM.8.28 ",
                "XYZ.1.1",
                "ROM.8.٢٨",
                "ROM.8.28–29",
                "ROM.99999999999.1"
            })
    void parsesNothingLooserThanTheWireForm(String wire) {
        assertThat(VerseRange.parse(wire)).isEmpty();
    }

    @Test
    void expandsAcrossChapters() {
        assertThat(range("ROM.8.38-9.2").verses())
                .extracting(VerseRef::wire)
                .containsExactly("ROM.8.38", "ROM.8.39", "ROM.9.1", "ROM.9.2");
    }

    @Test
    void containsWhatLiesWithin() {
        VerseRange range = range("ROM.8.38-9.2");

        assertThat(range.contains(new VerseRef(Book.ROMANS, 8, 39))).isTrue();
        assertThat(range.contains(new VerseRef(Book.ROMANS, 9, 3))).isFalse();
        assertThat(range.contains(new VerseRef(Book.FIRST_CORINTHIANS, 9, 1))).isFalse();
        assertThat(range.contains(range("ROM.9.1-2"))).isTrue();
        assertThat(range.contains(range("ROM.9.1-3"))).isFalse();
    }

    @Test
    void overlapsWhatSharesAVerse() {
        assertThat(range("ROM.8.28-30").overlaps(range("ROM.8.30-31"))).isTrue();
        assertThat(range("ROM.8.28-30").overlaps(range("ROM.8.31"))).isFalse();
        assertThat(range("ROM.8.28-30").overlaps(range("1CO.8.1-13"))).isFalse();
    }

    @Test
    void tellsWholeChapters() {
        assertThat(range("PSA.23.1-6").isWholeChapters()).isTrue();
        assertThat(range("PSA.23.1-5").isWholeChapters()).isFalse();
    }

    @Test
    void refusesTwoBooksAndTheWrongOrder() {
        VerseRef genesis = new VerseRef(Book.GENESIS, 1, 1);
        VerseRef exodus = new VerseRef(Book.EXODUS, 1, 1);

        assertThatThrownBy(() -> new VerseRange(genesis, exodus))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerseRange.of(Book.ROMANS, 8, 28, 8, 27))
                .hasMessage(
                        "range: 'ROM.8.28 to ROM.8.27' (expected: two verses of one book in order)");
    }

    private static VerseRange range(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
