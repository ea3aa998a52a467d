package org.berea.benchmarks.references;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.Found;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** One walk over the lines of an input, and what was counted on the way. */
final class Evaluation {
    private final PrintStream complaints;
    private int number;
    private int bad;
    private int texts;
    private long resolved;
    private long nonexistent;
    private long unanchored;
    private long nanos;

    Evaluation(PrintStream complaints) {
        this.complaints = complaints;
    }

    void run(BufferedReader lines, BufferedWriter results) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                evaluate(line, results);
            }
        }
    }

    boolean hasBadLines() {
        return bad > 0;
    }

    /** Every zero stands beside the number it is out of. */
    String summary() {
        long found = resolved + nonexistent + unanchored;
        return """
        %d lines, %d references in them: %d resolved, %d nonexistent, %d without a book
        %.1f s of looking for references, %.0f lines per second"""
                .formatted(texts, found, resolved, nonexistent, unanchored, seconds(), perSecond());
    }

    private void evaluate(String line, BufferedWriter results) throws IOException {
        try {
            var text = TextLine.parse(line);
            long began = System.nanoTime();
            List<Found> found = References.in(text.text());
            nanos += System.nanoTime() - began;
            texts++;
            results.write(text.result(verses(found)));
            results.newLine();
        } catch (InvalidValueException e) {
            bad++;
            complaints.println("line %d: %s".formatted(number, e.getMessage()));
        }
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
