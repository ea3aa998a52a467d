package org.berea.inference.prompting;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;

/** Passages as they stand in a prompt. */
final class Excerpts {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Excerpts() {}

    static String lines(List<Passage> passages) {
        return passages.stream().map(Excerpts::lines).collect(joining());
    }

    /** The verses, one a line, each under its reference, and an empty line. */
    static String lines(Passage passage) {
        var lines = new StringBuilder();
        for (Verse verse : passage.verses()) {
            String label = VerseRange.parse(verse.ref()).map(VerseRange::label).orElse(verse.ref());
            String text = BLANKS.matcher(verse.text().strip()).replaceAll(" ");
            lines.append('[').append(label).append("] ").append(text).append('\n');
        }
        return lines.append('\n').toString();
    }

    /** The passage with only its first verses, and the reference that says so. */
    static Passage firstVerses(Passage passage, int count) {
        List<Verse> verses = passage.verses().subList(0, count);
        Optional<VerseRange> range =
                VerseRange.parse(verses.getFirst().ref())
                        .flatMap(
                                first ->
                                        VerseRange.parse(verses.getLast().ref())
                                                .map(
                                                        last ->
                                                                new VerseRange(
                                                                        first.first(),
                                                                        last.last())));
        return new Passage(
                range.map(VerseRange::wire).orElse(passage.ref()),
                range.map(VerseRange::label).orElse(passage.label()),
                passage.translation(),
                verses,
                passage.score(),
                passage.reason());
    }
}
