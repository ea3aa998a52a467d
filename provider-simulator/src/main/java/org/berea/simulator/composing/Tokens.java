package org.berea.simulator.composing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.berea.simulator.openai.Message;

/**
 * The simulator's own tokens, which it counts and streams: a word of up to twelve letters and
 * digits with the blanks before it, or one other character. Rather fewer than a real tokenizer's.
 */
public final class Tokens {
    private static final int AROUND_A_MESSAGE = 4;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:[\\p{L}\\p{N}]{1,12}|[^\\s\\p{L}\\p{N}])|\\s+$");

    private Tokens() {}

    /** The tokens, which joined give the text again. */
    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    public static long count(String text) {
        return TOKEN.matcher(text).results().count();
    }

    /** The count of a prompt: its texts, and four a message. */
    public static long count(List<Message> messages) {
        return messages.stream()
                .mapToLong(message -> AROUND_A_MESSAGE + count(message.content()))
                .sum();
    }
}
