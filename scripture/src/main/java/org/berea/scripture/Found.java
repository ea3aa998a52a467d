package org.berea.scripture;

import java.util.List;

/** A place in a text that refers to scripture, with its offsets in the text as it was given. */
public sealed interface Found {
    /** The words as they stand in the text. */
    String text();

    /** Offset of the first character. */
    int start();

    /** Offset after the last character. */
    int end();

    /**
     * It names verses of the canon.
     *
     * @param ranges at least one, in the order they are written
     * @param byContext whether the book was named only earlier in the text ({@code verse 28},
     *     {@code 8:28})
     */
    record Resolved(String text, int start, int end, List<VerseRange> ranges, boolean byContext)
            implements Found {
        public Resolved {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * It is written like a reference, but the canon has no such book, chapter or verse.
     *
     * @param reason for people, {@code Romans has 16 chapters}
     */
    record Nonexistent(String text, int start, int end, String reason) implements Found {}

    /**
     * It looks like a chapter and verse, but no book is named that it could belong to ({@code
     * 8:28}, {@code verse 5}).
     */
    record Unanchored(String text, int start, int end) implements Found {}
}
