package org.berea.scripture;

import java.util.stream.Collectors;

/** Tells what was found in one line, for tables of examples. */
final class Told {
    private Told() {}

    /**
     * {@code ROM.8.28 ROM.8.30; ~ROM.9.1; !Romans has 16 chapters; ?}: by context, nonexistent,
     * unanchored.
     */
    static String in(String text) {
        return References.in(text).stream().map(Told::tell).collect(Collectors.joining("; "));
    }

    private static String tell(Found found) {
        return switch (found) {
            case Found.Resolved resolved ->
                    (resolved.byContext() ? "~" : "")
                            + resolved.ranges().stream()
                                    .map(VerseRange::wire)
                                    .collect(Collectors.joining(" "));
            case Found.Nonexistent nonexistent -> "!" + nonexistent.reason();
            case Found.Unanchored _ -> "?";
        };
    }
}
