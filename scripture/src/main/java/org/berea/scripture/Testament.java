package org.berea.scripture;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the Bible a book stands in. */
public enum Testament {
    OLD,
    DEUTEROCANON,
    NEW;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The part with this label, {@code old}; lower case only. */
    public static Optional<Testament> of(String label) {
        return Stream.of(values()).filter(part -> part.label.equals(label)).findFirst();
    }

    /** The part's name in lower case, as requests have it. */
    public String label() {
        return label;
    }
}
