package org.berea.worker.crossreferences;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.VerseRange;

/**
 * Reads the text in which openbible.info publishes cross references: columns parted by tabs, a
 * header, then a line for each.
 */
final class CrossReferencesReader {
    private static final String FROM = "From Verse";
    private static final String TO = "To Verse";
    private static final String VOTES = "Votes";
    private static final List<String> COLUMNS = List.of(FROM, TO, VOTES);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final char COMMENT = '#';
    private static final int MOST = 1_000_000;

    /** What fits into one event with room to spare. */
    private static final int MOST_OF_A_CHAPTER = 8_000;

    /** One in so many may name verses that the versification lacks; more are a mistake. */
    private static final int UNKNOWN_IN = 20;

    private final Lines lines;
    private final Collected collected = new Collected();
    private int count;
    private int unknown;

    private CrossReferencesReader(String file, InputStream content) {
        this.lines = new Lines(file, content);
    }

    /**
     * Reads everything before anything is changed.
     *
     * @throws InvalidValueException naming file, line and column of the first thing that is broken
     */
    static CrossReferences read(String file, InputStream content) throws IOException {
        return new CrossReferencesReader(file, content).read();
    }

    private CrossReferences read() throws IOException {
        header(lines.next().orElse(""));
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank() && line.get().charAt(0) != COMMENT) {
                row(line.get().split("\t", -1));
            }
        }
        if (count == 0) {
            throw lines.place("")
                    .broken("no cross reference", "at least one line below the header");
        }
        if (unknown > count / UNKNOWN_IN) {
            throw InvalidValueException.unshown(
                    "body",
                    "%d of %d cross references name verses that do not exist"
                            .formatted(unknown, count),
                    "at most one in " + UNKNOWN_IN);
        }
        return new CrossReferences(collected.chapters(), unknown);
    }

    /** Behind the columns there may be a remark, such as who made it and when. */
    private void header(String line) {
        if (!line.equals(String.join("\t", COLUMNS))
                && !line.startsWith(String.join("\t", COLUMNS) + "\t")) {
            throw lines.place("")
                    .broken(
                            "another header",
                            "%s, %s, %s, parted by tabs".formatted(FROM, TO, VOTES));
        }
    }

    private void row(String[] cells) {
        if (cells.length < COLUMNS.size()) {
            throw lines.place(COLUMNS.get(cells.length)).broken("missing", "three columns");
        }
        if (cells.length > COLUMNS.size()) {
            throw lines.place("").broken(cells.length + " columns", "three columns");
        }
        if (++count > MOST) {
            throw lines.place("").broken("one more cross reference", "at most " + MOST);
        }
        add(from(cells[0]), to(cells[1]), votes(cells[2]));
    }

    private void add(OsisVerse from, OsisTarget to, int votes) {
        if (!from.exists() || !to.exists()) {
            unknown++;
            return;
        }
        for (VerseRange range : to.ranges()) {
            if (collected.add(from, range, votes) > MOST_OF_A_CHAPTER) {
                throw lines.place(FROM)
                        .broken("one more of its chapter", "at most " + MOST_OF_A_CHAPTER);
            }
        }
    }

    private OsisVerse from(String cell) {
        return OsisVerse.parse(cell)
                .orElseThrow(
                        () -> lines.place(FROM).brokenValue(cell, "a verse such as John.3.16"));
    }

    private OsisTarget to(String cell) {
        return OsisTarget.parse(cell)
                .orElseThrow(
                        () ->
                                lines.place(TO)
                                        .brokenValue(
                                                cell,
                                                "a verse such as John.3.16, or a range such as"
                                                        + " John.1.1-John.1.3"));
    }

    private int votes(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            throw lines.place(VOTES).brokenValue(cell, "a whole number");
        }
        return Integer.parseInt(cell);
    }
}
