package org.berea.worker.usfm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.berea.scripture.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsfmReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            maxCharsPerColumn = 1_000,
            value = {
                "\\v 1 Plain text. → Plain text.",
                "\\v 1 He\\f + \\fr 1:1 \\ft or \\fqa She\\f* came. → He came.",
                "\\v 1 called\\f + \\ft note\\f*and sent → called and sent",
                "\\v 1 said, “\\f + \\ft note\\f*Come → said, “Come",
                "\\v 1 a\\x - \\xo 1:1 \\xt Mt 1:1\\x* b → a b",
                "\\v 1 a \\fig |src=\"x.jpg\" size=\"col\"\\fig* b → a b",
                "\\v 1 \\wj “Come,”\\wj* he said → “Come,” he said",
                "\\v 1 the \\nd Lord\\nd*’s \\add own\\add* day → the Lord’s own day",
                "\\v 1 \\wj \\+nd Lord\\+nd* of all\\wj* → Lord of all",
                "\\v 1 Sing. \\qs Selah.\\qs* → Sing. Selah.",
                "\\v 1 \\tl Talitha\\tl* and \\bk Lamentations\\bk* \\k corban\\k* → Talitha and Lamentations corban",
                "\\v 1 one\\p two → one two",
                "\\v 1 one \\q2 two \\b \\q1 three → one two three",
                "\\v 1 one \\s1 A Heading \\p two → one two",
                "\\v 1 one \\s1 A \\nd H\\nd* \\r (Mt 1) \\p two → one two",
                "\\v 1 one \\rem a remark \\m two → one two",
                "\\v 1 \\vp 1b\\vp* text \\va 3\\va* more → text more",
                "\\v 1 a\\zcustom gone\\zcustom* b → a b",
                "\\v 1 \\qt-s |who=\"Paul\"\\*Grace\\qt-e\\* to you → Grace to you",
                "\\v 1 a//b c~d → a b c d",
                "\\v 1 ¶ a\u00a0\u2009b\u00ad c → a b c",
                "\\v 1 one \\tr \\tc1 two \\tcr2 three → one two three",
                "\\v 1 one \\esb \\p a box \\esbe \\p two → one two",
                "\\v 1 end. \\qc Amen! → end. Amen!",
                "\\v 1 end. \\qc א ALEPH. → end.",
            })
    void keepsNothingButTheTextOfTheVerse(String usfm, String text) {
        assertThat(verses("\\c 1 \\p " + usfm)).extracting(UsfmVerse::text).containsExactly(text);
    }

    @Test
    void dropsStrongsNumbersAndOtherAttributes() {
        String usfm =
                "\\v 1 \\w In|strong=\"H7225\"\\w* \\wj \\+w the|strong=\"H1\" lemma=\"x\"\\+w*\\wj*"
                        + " \\w beginning|strong=\"H2\"\\w*, God";

        assertThat(verses("\\c 1 \\p " + usfm).getFirst().text())
                .isEqualTo("In the beginning, God");
    }

    @Test
    void leavesTitlesAndIntroductionsOut() {
        String usfm =
                """
                \\id PSA
                \\h Psalms
                \\toc1 The Psalms
                \\mt1 The Psalms
                \\ip An introduction with \\bk Psalm 1\\bk*.
                \\cl Psalm
                \\c 3
                \\cp 3a
                \\ms1 BOOK 1
                \\d A Psalm by David.\\f + \\ft A note.\\f*
                \\q1
                \\v 1 How they have increased!
                \\sp Friends
                \\q2 Many are those
                """;

        assertThat(UsfmReader.read(file(usfm)))
                .containsExactly(
                        new UsfmBook(
                                Book.PSALMS,
                                List.of(
                                        new UsfmVerse(
                                                3,
                                                1,
                                                1,
                                                "How they have increased! Many are those"))));
    }

    @Test
    void keepsABridgeAtItsFirstVerse() {
        assertThat(verses("\\c 2 \\p \\v 1 a \\v 2-4 b \\v 5–6 c \\v 7 d"))
                .containsExactly(
                        new UsfmVerse(2, 1, 1, "a"),
                        new UsfmVerse(2, 2, 4, "b"),
                        new UsfmVerse(2, 5, 6, "c"),
                        new UsfmVerse(2, 7, 7, "d"));
    }

    @Test
    void joinsTheSegmentsOfAVerse() {
        assertThat(verses("\\c 1 \\p \\v 1a first \\q1 \\v 1b second \\v 2 next"))
                .containsExactly(
                        new UsfmVerse(1, 1, 1, "first second"), new UsfmVerse(1, 2, 2, "next"));
    }

    @Test
    void countsNoVerseWithoutText() {
        assertThat(verses("\\c 17 \\p \\v 35 a \\v 36 \\f + \\ft Some add…\\f* \\v 37 b"))
                .extracting(UsfmVerse::verse)
                .containsExactly(35, 37);
    }

    @Test
    void acceptsVersesBeyondTheKnownVersification() {
        assertThat(UsfmReader.read(file("\\id 3JN\n\\c 1\n\\p\n\\v 15 Peace")).getFirst().verses())
                .containsExactly(new UsfmVerse(1, 15, 15, "Peace"));
    }

    @Test
    void passesOverFrontMatterAndGlossary() {
        assertThat(UsfmReader.read(file("\\id FRT\n\\mt Preface \\zwhatever \\f never closed")))
                .isEmpty();
        assertThat(UsfmReader.read(file("\\id GLO\n\\c 1\n\\k Abba\\k* father"))).isEmpty();
    }

    @Test
    void readsSeveralBooksOfOneFile() {
        String usfm = "\uFEFF\\id 2JN\r\n\\c 1\r\n\\v 1 a\r\n\\id JUD\r\n\\c 1\r\n\\v 1 b\r\n";

        assertThat(UsfmReader.read(file(usfm)))
                .extracting(UsfmBook::book)
                .containsExactly(Book.SECOND_JOHN, Book.JUDE);
    }

    @Test
    void readsDeuterocanonAndGreekBooks() {
        assertThat(UsfmReader.read(file("\\id ESG\n\\c 1\n\\v 1 a")).getFirst().book())
                .isEqualTo(Book.GREEK_ESTHER);
        assertThat(UsfmReader.read(file("\\id PS2\n\\c 1\n\\cp 151\n\\v 1 a")).getFirst().book())
                .isEqualTo(Book.PSALM_151);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "\\id JHN~\\c 1~\\v 1 a\\f + \\ft lost~\\v 2 b → 3 → f → not closed",
                "\\id JHN~\\c 1~\\v 1 a\\f + \\ft lost → 3 → f → not closed",
                "\\id JHN~\\c 1~\\v 1 a\\f* b → 3 → f → closes nothing",
                "\\id JHN~\\c 1~\\v one → 3 → v → without number",
                "\\id JHN~\\c 1~\\v 1.5 a → 3 → v → without number",
                "\\id JHN~\\c 1~\\v 4-2 a → 3 → v → without number",
                "\\id JHN~\\c~\\v 1 a → 2 → c → without number",
                "\\id JHN~\\p~\\v 1 a → 3 → v → a verse before the first chapter",
                "\\id JHN~\\c 1~\\v 1 a~\\v 1 b → 4 → v → 1:1 is there twice",
                "\\id JHN~\\c 1~\\v 2-4 a~\\v 3 b → 4 → v → 1:3 is there twice",
                "\\id JHN~\\c 1~\\v 1 a \\qx b → 3 → qx → unknown marker",
                "\\id JHN~\\c 1~\\v 1 a \\ b → 3 → `` → unknown marker",
                "\\id JHN~\\c 1~\\v 1 \\w a|strong=\"x\" b~\\v 2 c → 3 → w → not closed",
                "\\id JHN~\\c 1~\\v 1 \\wj a → 3 → wj → not closed",
                "\\id JHN~\\c 1~\\esb~\\p a → 3 → esb → not closed",
                "\\id JHN~\\v 1 a → 2 → v → a verse before the first chapter",
                "\\id JHN~\\p nothing → 1 → id → a book without chapters",
                "\\id XYZ~\\c 1~\\v 1 a → 1 → id → 'XYZ'",
                "\\id~\\c 1~\\v 1 a → 1 → id → no book",
                "\\c 1~\\v 1 a → 1 → id → missing",
                "some text~\\id JHN~\\c 1 → 1 → id → missing",
                "no marker at all → 1 → id → missing",
            })
    void namesFileLineAndMarkerOfWhatIsBroken(String lines, int line, String marker, String found) {
        String usfm = lines.replace('~', '\n');

        assertThatThrownBy(() -> UsfmReader.read(file(usfm)))
                .isInstanceOfSatisfying(
                        UsfmException.class,
                        broken -> {
                            assertThat(broken.place())
                                    .isEqualTo(
                                            "44-JHN.usfm, line %d, \\%s".formatted(line, marker));
                            assertThat(broken.found()).isEqualTo(found);
                        });
    }

    @Test
    void refusesAnotherEncodingThanUtf8() {
        byte[] latin = "\\id JHN\n\\c 1\n\\p\n\\v 1 c\u00e9l\u00e8bre".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> UsfmReader.read(new UsfmFile("44-JHN.usfm", latin)))
                .hasMessageContaining("44-JHN.usfm, line 4, \\v: not UTF-8");
    }

    private static List<UsfmVerse> verses(String body) {
        return UsfmReader.read(file("\\id JHN\n" + body)).getFirst().verses();
    }

    private static UsfmFile file(String usfm) {
        return new UsfmFile("44-JHN.usfm", usfm.getBytes(UTF_8));
    }
}
