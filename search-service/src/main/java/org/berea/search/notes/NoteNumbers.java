package org.berea.search.notes;

import java.time.Instant;
import org.berea.scripture.VerseRef;

/** Numbers that stores compare instead of times and verses. */
public final class NoteNumbers {
    private static final int CHAPTER = 1_000;

    /** Beyond these a microsecond count would not fit a number. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private NoteNumbers() {}

    /** Grows as the book goes on. */
    public static int place(VerseRef verse) {
        return verse.chapter() * CHAPTER + verse.verse();
    }

    /** Microseconds; times without a sensible year count as the first or last that have one. */
    public static long micros(Instant time) {
        Instant bounded = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return bounded.getEpochSecond() * 1_000_000 + bounded.getNano() / 1_000;
    }
}
