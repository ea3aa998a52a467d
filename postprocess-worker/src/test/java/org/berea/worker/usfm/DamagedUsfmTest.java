package org.berea.worker.usfm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.worker.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is done to a file, it is read or refused in words, and soon. */
@Timeout(120)
class DamagedUsfmTest {
    private static final String MADE =
            """
            \\id JHN A text made for this test
            \\h John
            \\toc1 The Gospel
            \\mt1 John
            \\ip An introduction with \\bk John\\bk* in it.
            \\c 1
            \\s1 A heading\\f + \\fr 1:1 \\ft a note\\f*
            \\p
            \\v 1 In the \\w beginning|strong="G746"\\w* was\\f + \\ft or \\fqa were\\f* the \\nd Word\\nd*.
            \\v 2-3 \\wj “Two \\+add and\\+add* three”\\wj* are one\\x - \\xo 1:2 \\xt Gn 1:1\\x*.
            \\q1 a line
            \\q2
            \\v 4a first
            \\b
            \\v 4b second \\qs Selah.\\qs*
            \\esb \\p a box \\esbe
            \\p
            \\v 5 \\f + \\ft omitted by some\\f*
            \\tr \\tc1 one \\tcr2 two
            \\c 2
            \\d a title
            \\qa Aleph
            \\qc א
            \\p \\ts\\*
            \\v 1 \\zmine gone\\zmine* c’est\u00a0tout — «fin»
            \\id GLO
            \\k Word\\k* a word
            \\id JUD
            \\c 1
            \\p
            \\v 1 Jude.
            """;
    private static final int TRIES = 20_000;
    private static final Pattern PLACE = Pattern.compile("made\\.usfm, line (\\d+), \\\\\\S*");

    @Test
    void isReadOrRefusedNamingLineAndMarker() {
        var mutations = new Mutations(4);
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = mutations.of(MADE.getBytes(UTF_8));
            try {
                UsfmReader.read(new UsfmFile("made.usfm", damaged)).forEach(this::assertSound);
            } catch (UsfmException e) {
                assertNamesAPlace(e, damaged);
                refused++;
            }
        }
        // Were nearly all or hardly any refused, this would test nothing.
        assertThat(refused).isBetween(TRIES / 5, TRIES * 9 / 10);
    }

    @Test
    void ofAnyLengthIsReadOrRefusedInTheSame() {
        byte[] whole = MADE.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                UsfmReader.read(new UsfmFile("made.usfm", cut)).forEach(this::assertSound);
            } catch (UsfmException e) {
                assertNamesAPlace(e, cut);
            }
        }
    }

    @Test
    void takesNoLongerForWhatIsMadeToTakeLong() {
        String start = "\\id JHN\n\\c 1\n\\v 1 a ";
        for (String piece :
                List.of(
                        "\\z ",
                        "\\zmine a",
                        "\\wj ",
                        "\\wj*",
                        "\\f + \\f*",
                        "\\qt-s |",
                        "\\*",
                        "\\p ",
                        "\\v 1a ",
                        "\\v 1-999 x",
                        "| ",
                        "\\w a|",
                        "\\esb \\esbe ")) {
            String usfm = start + piece.repeat(2_000_000 / piece.length());
            try {
                UsfmReader.read(new UsfmFile("made.usfm", usfm.getBytes(UTF_8)));
            } catch (UsfmException e) {
                assertThat(e.place()).startsWith("made.usfm, line ");
            }
        }
    }

    @Test
    void isRefusedWhenMarkersAreNestedWithoutEnd() {
        String usfm = "\\id JHN\n\\c 1\n\\v 1 a" + "\\+nd ".repeat(100_000);

        assertThatThrownBy(() -> UsfmReader.read(new UsfmFile("x", usfm.getBytes(UTF_8))))
                .hasMessageStartingWith("x, line 3, \\nd: nested too deeply");
    }

    @Test
    void isRefusedWhenABookHasMoreMarkersThanAnyCan() {
        String usfm = "\\id JHN\n\\c 1\n\\v 1 a" + "\\p\n".repeat(1_100_000);

        assertThatThrownBy(() -> UsfmReader.read(new UsfmFile("x", usfm.getBytes(UTF_8))))
                .hasMessageContaining("one more marker");
    }

    private void assertSound(UsfmBook book) {
        assertThat(book.verses()).isNotEmpty();
        for (UsfmVerse verse : book.verses()) {
            assertThat(verse.text()).isNotBlank().doesNotContain("\\", "\0", "  ");
            assertThat(verse.lastVerse()).isGreaterThanOrEqualTo(verse.verse());
        }
    }

    private static void assertNamesAPlace(UsfmException refusal, byte[] damaged) {
        Matcher place = PLACE.matcher(refusal.place());
        assertThat(place.matches()).as(refusal.place()).isTrue();
        long lines = 1 + new String(damaged, UTF_8).chars().filter(c -> c == '\n').count();
        assertThat(Long.parseLong(place.group(1))).isBetween(1L, lines);
        assertThat(refusal.found()).isNotBlank();
        assertThat(refusal.expected()).isNotBlank();
    }
}
