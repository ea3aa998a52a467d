package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {
    private static final List<Book> PROTOCANON =
            Arrays.stream(Book.values())
                    .filter(book -> book.testament() != Testament.DEUTEROCANON)
                    .toList();

    @Test
    void countsTheProtocanonAsEverybodyDoes() {
        assertThat(PROTOCANON).hasSize(66);
        assertThat(PROTOCANON.stream().mapToInt(Book::chapters).sum()).isEqualTo(1_189);
        assertThat(PROTOCANON.stream().filter(book -> book.testament() == Testament.NEW))
                .hasSize(27);
    }

    /** 31,102 in the King James Version, three more in Romans 14 and one in 3 John elsewhere. */
    @Test
    void countsEveryVerseThatSomeEditionNumbers() {
        assertThat(PROTOCANON.stream().mapToInt(book -> book.allVerses().size()).sum())
                .isEqualTo(31_106);
    }

    @ParameterizedTest
    @CsvSource({
        "GEN, 50, 1, 31", "PSA, 150, 119, 176", "ROM, 16, 8, 39", "ROM, 16, 16, 27",
                "ROM, 16, 14, 26",
        "JUD, 1, 1, 25", "REV, 22, 22, 21", "SIR, 51, 51, 30", "PS2, 1, 1, 7", "DAG, 14, 13, 64",
        "SUS, 1, 1, 64", "LJE, 1, 1, 73", "4MA, 18, 18, 24"
    })
    void knowsChaptersAndVerses(String code, int chapters, int chapter, int verses) {
        Book book = Book.ofCode(code).orElseThrow();

        assertThat(book.chapters()).isEqualTo(chapters);
        assertThat(book.verses(chapter)).isEqualTo(verses);
    }

    @Test
    void hasNoVersesWhereThereIsNoChapter() {
        assertThat(Book.ROMANS.verses(0)).isZero();
        assertThat(Book.ROMANS.verses(17)).isZero();
        assertThat(Book.ROMANS.chapter(17)).isEmpty();
        assertThat(Book.ROMANS.hasVerse(8, 0)).isFalse();
        assertThat(Book.ROMANS.hasVerse(8, 40)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCodesAndItsTitle(Book book) {
        assertThat(Book.ofCode(book.code())).contains(book);
        assertThat(Book.ofOsis(book.osis())).contains(book);
        assertThat(Book.named(book.title())).contains(book);
        assertThat(Book.named(book.osis())).contains(book);
    }

    @ParameterizedTest
    @CsvSource({
        "Gen., GEN",
        "Ex, EXO",
        "Deut., DEU",
        "Judg, JDG",
        "I Sam., 1SA",
        "2nd Samuel, 2SA",
        "First Kings, 1KI",
        "II Chr, 2CH",
        "Neh, NEH",
        "Psalm, PSA",
        "Pss, PSA",
        "Prov., PRO",
        "Eccles., ECC",
        "Qoheleth, ECC",
        "Song of Solomon, SNG",
        "Song of Songs, SNG",
        "Canticles, SNG",
        "Cant., SNG",
        "Jer., JER",
        "Lam, LAM",
        "Ezek., EZK",
        "Obad., OBA",
        "Zeph., ZEP",
        "Hag., HAG",
        "Zech., ZEC",
        "Mal., MAL",
        "Mt, MAT",
        "Mk, MRK",
        "Lk., LUK",
        "Jn, JHN",
        "Acts of the Apostles, ACT",
        "Rom., ROM",
        "I Corinthians, 1CO",
        "2 Cor., 2CO",
        "Second Corinthians, 2CO",
        "Phil., PHP",
        "Philem., PHM",
        "Phlm, PHM",
        "1 Thess, 1TH",
        "II Tim., 2TI",
        "Jas., JAS",
        "1 Pet., 1PE",
        "1st John, 1JN",
        "First John, 1JN",
        "I John, 1JN",
        "iii john, 3JN",
        "1Jn, 1JN",
        "First Epistle of John, 1JN",
        "First Letter of Paul to the Corinthians, 1CO",
        "Revelation of John, REV",
        "Apocalypse, REV",
        "Ecclesiasticus, SIR",
        "Sirach, SIR",
        "1 Macc., 1MA",
        "IV Maccabees, 4MA",
        "Wisdom of Solomon, WIS",
        "Bel and the Dragon, BEL",
        "Prayer of Azariah, S3Y",
        "2 Esdras, 2ES",
        "GENESIS, GEN",
        "romans, ROM"
    })
    void isFoundByTheNamesPeopleUse(String written, String code) {
        assertThat(Book.named(written).map(Book::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hezekiah",
                "Corinthians",
                "3 Corinthians",
                "5 Kings",
                "Romans 8",
                "the"
            })
    void isNotFoundByWhatNamesNoOneBook(String written) {
        assertThat(Book.named(written)).isEmpty();
    }

    @Test
    void readsCodesExactly() {
        assertThat(Book.ofCode("rom")).isEmpty();
        assertThat(Book.ofOsis("ROM")).isEmpty();
    }
}
