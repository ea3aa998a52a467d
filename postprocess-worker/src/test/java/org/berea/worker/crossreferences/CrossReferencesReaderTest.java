package org.berea.worker.crossreferences;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.Book;
import org.berea.worker.crossreferences.CrossReferences.Chapter;
import org.berea.worker.crossreferences.CrossReferences.Link;
import org.berea.worker.uploading.ZippedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossReferencesReaderTest {
    private static final String HEADER = "From Verse\tTo Verse\tVotes\t#www.openbible.info 2020\n";

    @Test
    void readsVersesAndRangesInTheOrderOfTheCanonMostVotedFirst() {
        CrossReferences read =
                read(
                        """
                        John.3.16	Rom.8.32	5
                        Gen.1.1	John.1.1-John.1.3	34

                        # a remark
                        Gen.1.2	Ps.119.176	-3
                        Gen.1.1	Isa.37.16-Isa.38.2	40
                        """);

        assertThat(read.chapters())
                .containsExactly(
                        new Chapter(
                                Book.GENESIS,
                                1,
                                List.of(
                                        new Link(1, "ISA.37.16-38.2", 40),
                                        new Link(1, "JHN.1.1-3", 34),
                                        new Link(2, "PSA.119.176", -3))),
                        new Chapter(Book.JOHN, 3, List.of(new Link(16, "ROM.8.32", 5))));
        assertThat(read.links()).isEqualTo(4);
        assertThat(read.unknown()).isZero();
    }

    @Test
    void partsARangeThatGoesOnInAnotherBook() {
        assertThat(read("Ezra.4.3\t2Chr.36.22-Ezra.1.3\t2\n").chapters().getFirst().links())
                .containsExactly(new Link(3, "2CH.36.22-23", 2), new Link(3, "EZR.1.1-3", 2));
    }

    @Test
    void countsAPairOnceThatIsThereTwice() {
        assertThat(read("Gen.1.1\tIsa.37.16\t3\nGen.1.1\tIsa.37.16-Isa.37.16\t9\n").chapters())
                .extracting(Chapter::links)
                .containsExactly(List.of(new Link(1, "ISA.37.16", 9)));
    }

    @Test
    void leavesOutVersesThatDoNotExist() {
        var lines = new ArrayList<String>();
        for (int verse = 1; verse <= 38; verse++) {
            lines.add("Luke.1." + verse + "\tGen.1.1\t1\n");
        }
        lines.add("3John.1.16\tGen.1.1\t1\n");
        lines.add("Gen.1.1\t3John.1.1-3John.1.16\t1\n");

        CrossReferences read = read(String.join("", lines));

        assertThat(read.links()).isEqualTo(38);
        assertThat(read.unknown()).isEqualTo(2);
        assertThatThrownBy(() -> read(String.join("", lines.subList(1, 40))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(
                        "body: 2 of 39 cross references name verses that do not exist");
    }

    @Test
    void doesNotMindHowLinesEnd() {
        String windows = "\uFEFF" + (HEADER + "Gen.1.1\tIsa.37.16\t3").replace("\n", "\r\n");

        assertThat(read(windows.getBytes(UTF_8)).links()).isEqualTo(1);
    }

    @Test
    void isTheSameInWhateverOrder() {
        CrossReferences one = read("Gen.1.1\tIsa.37.16\t3\nGen.1.1\tRom.1.1\t3\n");
        CrossReferences other = read("Gen.1.1\tRom.1.1\t3\nGen.1.1\tIsa.37.16\t3\n");

        assertThat(one.hash("a")).isEqualTo(other.hash("a")).isNotEqualTo(one.hash("b"));
        assertThat(read("Gen.1.1\tIsa.37.16\t4\nGen.1.1\tRom.1.1\t3\n").hash("a"))
                .isNotEqualTo(one.hash("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "Gn.1.1~Isa.37.16~3 → line 3, From Verse: 'Gn.1.1'",
                "Gen.1~Isa.37.16~3 → line 3, From Verse: 'Gen.1'",
                "Gen.1.1-Gen.1.2~Isa.37.16~3 → line 3, From Verse: 'Gen.1.1-Gen.1.2'",
                "Gen.1.1~Is.37.16~3 → line 3, To Verse: 'Is.37.16'",
                "Gen.1.1~Isa.37.16-17~3 → line 3, To Verse: 'Isa.37.16-17'",
                "Gen.1.1~Isa.37.16-Isa.37.2~3 → line 3, To Verse: 'Isa.37.16-Isa.37.2'",
                "Gen.1.1~Isa.37.16-Gen.37.2~3 → line 3, To Verse: 'Isa.37.16-Gen.37.2'",
                "Gen.1.1~~3 → line 3, To Verse: missing",
                "Gen.1.1~Isa.37.16~many → line 3, Votes: 'many'",
                "Gen.1.1~Isa.37.16~ → line 3, Votes: missing",
                "Gen.1.1~Isa.37.16~12345678901 → line 3, Votes: '12345678901'",
                "Gen.1.1~Isa.37.16 → line 3, Votes: missing",
                "Gen.1.1 → line 3, To Verse: missing",
                "Gen.1.1~Isa.37.16~3~4 → line 3: 4 columns",
            })
    void namesFileLineAndColumnOfWhatIsBroken(String line, String message) {
        String lines = "Gen.1.1\tIsa.37.16\t3\n" + line.replace('~', '\t') + "\n";

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("body: refs.txt, " + message);
    }

    @Test
    void refusesWhatIsNoFileOfCrossReferences() {
        assertRefused("\\id GEN\n\\c 1\n", "line 1: another header (expected: From Verse, ");
        assertRefused("From Verse\tTo Verse\n", "line 1: another header");
        assertRefused("", "line 1: another header");
        assertRefused(HEADER, "line 1: no cross reference");
        assertRefused("x".repeat(5_000), "line 1: more than 1000 bytes");
        assertRefused(HEADER + "G\u00e9n", "line 2: not UTF-8");
    }

    @Test
    void refusesMoreOfAChapterThanAnEventCanCarry() {
        var lines = new StringBuilder(HEADER);
        Book.PSALMS.allVerses().stream()
                .flatMap(
                        verse ->
                                List.of(1, 2, 3, 4).stream()
                                        .map(
                                                end ->
                                                        "Ps.%d.%d"
                                                                .formatted(
                                                                        verse.chapter(),
                                                                        verse.verse())))
                .forEach(verse -> lines.append("Gen.1.1\t").append(verse).append("\t1\n"));

        assertRefused(lines.toString(), "line 8002, From Verse: one more of its chapter");
    }

    @Test
    void readsAllThatOpenbibleInfoPublished() throws IOException {
        String folder = System.getenv("BEREA_TEST_CORPUS");
        assumeThat(folder).as("BEREA_TEST_CORPUS").isNotNull();
        var read = new ArrayList<CrossReferences>();

        new ZippedFiles(Path.of(folder, "cross-references_2020-09-21.zip"), "")
                .read(_ -> true, (name, in) -> read.add(CrossReferencesReader.read(name, in)));

        assertThat(read.getFirst().unknown()).isZero();
        // 18 ranges go on in another book.
        assertThat(read.getFirst().links()).isEqualTo(344_789 + 18);
        assertThat(read.getFirst().chapters()).hasSize(1_189);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text.getBytes(ISO_8859_1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("body: refs.txt, " + message);
    }

    private static CrossReferences read(String lines) {
        return read((HEADER + lines).getBytes(UTF_8));
    }

    private static CrossReferences read(byte[] content) {
        try {
            return CrossReferencesReader.read("refs.txt", new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
