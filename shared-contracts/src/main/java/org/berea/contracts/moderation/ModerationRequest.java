package org.berea.contracts.moderation;

import java.util.List;
import org.berea.contracts.Check;

/** The body of {@code POST /ai/moderations}: 1 to 64 texts. */
public record ModerationRequest(List<Item> input) {
    private static final int MOST = 64;
    private static final int LONGEST = 32_000;

    /** A text of at most 32,000 characters. */
    public record Item(String text, Direction direction) {
        public Item {
            Check.text("text", text, LONGEST);
            Check.present("direction", direction);
        }
    }

    public ModerationRequest {
        input = List.copyOf(Check.size("input", Check.present("input", input), 1, MOST));
    }

    public static ModerationRequest of(String text, Direction direction) {
        return new ModerationRequest(List.of(new Item(text, direction)));
    }
}
