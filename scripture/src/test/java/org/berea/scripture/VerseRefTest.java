package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerseRefTest {
    @Test
    void writesItsWireFormAndItsLabel() {
        VerseRef verse = new VerseRef(Book.ROMANS, 8, 28);

        assertThat(verse.wire()).isEqualTo("ROM.8.28");
        assertThat(verse.label()).isEqualTo("Romans 8:28");
        assertThat(new VerseRef(Book.JUDE, 1, 3).label()).isEqualTo("Jude 3");
        assertThat(new VerseRef(Book.PSALMS, 23, 1).label()).isEqualTo("Psalm 23:1");
    }

    @Test
    void refusesVersesTheCanonHasNot() {
        assertThatThrownBy(() -> new VerseRef(Book.ROMANS, 8, 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("verse: 'ROM.8.40' (expected: Romans 8 has 39 verses)");
        assertThatThrownBy(() -> new VerseRef(Book.ROMANS, 17, 1))
                .hasMessage("verse: 'ROM.17.1' (expected: Romans has 16 chapters)");
        assertThat(VerseRef.of(Book.ROMANS, 8, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAT.17.21",
                "MAT.18.11",
                "MRK.9.44",
                "LUK.17.36",
                "JHN.5.4",
                "ACT.8.37",
                "ACT.15.34",
                "ROM.16.25",
                "ROM.16.27",
                "ROM.14.26",
                "3JN.1.15",
                "SIR.1.5"
            })
    void hasVersesThatSomeEditionsPrintWithoutText(String wire) {
        assertThat(VerseRef.parse(wire).map(VerseRef::wire)).contains(wire);
    }

    @Test
    void parsesOneVerseOnly() {
        assertThat(VerseRef.parse("ROM.8.28")).contains(new VerseRef(Book.ROMANS, 8, 28));
        assertThat(VerseRef.parse("ROM.8.28-29")).isEmpty();
    }

    @Test
    void ordersAsTheCanonDoes() {
        assertThat(
                        Stream.of(
                                        "ROM.8.28",
                                        "JUD.1.3",
                                        "ROM.8.3",
                                        "GEN.50.1",
                                        "TOB.1.1",
                                        "ROM.10.1")
                                .sorted(
                                        (a, b) ->
                                                VerseRef.parse(a)
                                                        .orElseThrow()
                                                        .compareTo(
                                                                VerseRef.parse(b).orElseThrow())))
                .containsExactly(
                        "GEN.50.1", "TOB.1.1", "ROM.8.3", "ROM.8.28", "ROM.10.1", "JUD.1.3");
    }

    @Test
    void leadsToTheNextVerseOfTheBook() {
        assertThat(new VerseRef(Book.ROMANS, 8, 39).next())
                .contains(new VerseRef(Book.ROMANS, 9, 1));
        assertThat(new VerseRef(Book.ROMANS, 16, 27).next()).isEmpty();
    }
}
