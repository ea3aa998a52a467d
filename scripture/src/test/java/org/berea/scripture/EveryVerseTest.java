package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written of a verse is read as that verse, for every verse of the canon. */
class EveryVerseTest {
    @ParameterizedTest
    @EnumSource
    void isReadFromItsWireForm(Book book) {
        assertThat(book.allVerses())
                .allSatisfy(verse -> assertThat(VerseRef.parse(verse.wire())).contains(verse));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromItsLabel(Book book) {
        assertThat(book.allVerses()).allSatisfy(verse -> isReadFrom(verse.label(), verse));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromItsUsfmCode(Book book) {
        assertThat(book.allVerses()).allSatisfy(verse -> isReadFrom(verse.wire(), verse));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromItsOsisCode(Book book) {
        assertThat(book.allVerses())
                .allSatisfy(
                        verse ->
                                isReadFrom(
                                        "%s.%d.%d"
                                                .formatted(
                                                        book.osis(),
                                                        verse.chapter(),
                                                        verse.verse()),
                                        verse));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PSALM_151")
    void isReadFromWordsBetweenItsNumbers(Book book) {
        assertThat(book.allVerses())
                .allSatisfy(
                        verse ->
                                isReadFrom(
                                        "%s chapter %d, verse %d"
                                                .formatted(
                                                        book.title(),
                                                        verse.chapter(),
                                                        verse.verse()),
                                        verse));
    }

    /** In the middle of a sentence, and alone. */
    private static void isReadFrom(String written, VerseRef verse) {
        String sentence = "As " + written + " says.";
        assertThat(References.in(sentence))
                .containsExactly(
                        new Found.Resolved(
                                written, 3, 3 + written.length(), List.of(verse.toRange()), false));
        assertThat(References.parse(written)).contains(verse.toRange());
    }
}
