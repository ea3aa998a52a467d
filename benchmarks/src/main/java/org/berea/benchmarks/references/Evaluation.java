package org.berea.benchmarks.references;

import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.benchmarks.lines.JsonLine;
import org.berea.benchmarks.lines.Triple;
import org.berea.scripture.Found;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** Looks for the references in one line after the other, and counts on the way. */
final class Evaluation {
    private final BufferedWriter results;
    private int texts;
    private long resolved;
    private long nonexistent;
    private long unanchored;
    private long nanos;

    Evaluation(BufferedWriter results) {
        this.results = results;
    }

    /** Writes {@code {"id": …, "verses": [["ROM", 8, 28], …]}} for it. */
    void evaluate(JsonLine line) throws IOException {
        Map<String, Object> result = LinkedHashMap.newLinkedHashMap(2);
        result.put("id", line.id());
        result.put("verses", verses(line.text("text")).stream().map(Triple::of).toList());
        results.write(JsonLine.written(result));
        results.newLine();
    }

    /** Every zero stands beside the number it is out of. */
    String summary() {
        long found = resolved + nonexistent + unanchored;
        return """
        %d lines, %d references in them: %d resolved, %d nonexistent, %d without a book
        %.1f s of looking for references, %.0f lines per second"""
                .formatted(texts, found, resolved, nonexistent, unanchored, seconds(), perSecond());
    }

    private Set<VerseRef> verses(String text) {
        long began = System.nanoTime();
        List<Found> found = References.in(text);
        nanos += System.nanoTime() - began;
        texts++;
        return verses(found);
    }

    private Set<VerseRef> verses(List<Found> found) {
        var verses = new LinkedHashSet<VerseRef>();
        for (Found one : found) {
            switch (one) {
                case Found.Resolved(_, _, _, List<VerseRange> ranges, _) -> {
                    resolved++;
                    ranges.forEach(range -> verses.addAll(range.verses()));
                }
                case Found.Nonexistent _ -> nonexistent++;
                case Found.Unanchored _ -> unanchored++;
            }
        }
        return verses;
    }

    private double seconds() {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }

    private double perSecond() {
        return nanos == 0 ? 0 : texts / seconds();
    }
}
