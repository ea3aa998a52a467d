package org.berea.worker.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.worker.importing.BibleText.Chapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads whole Bibles where BEREA_TEST_CORPUS names a folder with their zips and, beside each, its
 * verses as another program read them: lines of book, chapter, verse, text.
 */
class WholeBibleTest {
    @ParameterizedTest
    @CsvSource({
        "engwebu_usfm_2025-10-04.zip, web.tsv, 81, 1402, 38029",
        "eng-kjv2006_usfm_2024-12-28.zip, kjv.tsv, 66, 1189, 31102",
        "eng-asv_usfm_2022-08-02.zip, asv.tsv, 66, 1189, 31086",
    })
    void readsEveryVerseAsAnotherProgramDoes(
            String zip, String list, int books, int chapters, int verses) throws IOException {
        String folder = System.getenv("BEREA_TEST_CORPUS");
        assumeThat(folder).as("BEREA_TEST_CORPUS").isNotNull();

        BibleText text = BibleText.read(new ZipOfUsfm(Path.of(folder, zip)));

        assertThat(differences(wire(text), listed(Path.of(folder, list)))).isEmpty();
        assertThat(text.books()).isEqualTo(books);
        assertThat(text.chapters()).hasSize(chapters);
        assertThat(text.verses()).isEqualTo(verses);
    }

    private static Map<String, String> differences(
            Map<String, String> read, Map<String, String> listed) {
        var differences = new HashMap<String, String>();
        Stream.concat(read.keySet().stream(), listed.keySet().stream())
                .filter(key -> !read.getOrDefault(key, "").equals(listed.getOrDefault(key, "")))
                .forEach(key -> differences.put(key, read.get(key) + "\n≠ " + listed.get(key)));
        return differences;
    }

    private static Map<String, String> wire(BibleText text) {
        var verses = new HashMap<String, String>();
        for (Chapter chapter : text.chapters()) {
            chapter.verses()
                    .forEach(
                            verse ->
                                    verses.put(
                                            "%s %d:%d"
                                                    .formatted(
                                                            chapter.book().code(),
                                                            chapter.number(),
                                                            verse.verse()),
                                            verse.text()));
        }
        return verses;
    }

    private static Map<String, String> listed(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .collect(
                            Collectors.toMap(
                                    cells -> cells[0] + " " + cells[1] + ":" + cells[2],
                                    cells -> cells[3]));
        }
    }
}
