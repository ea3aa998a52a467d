package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sequence numbers that have arrived, in any order, each with how much it brought. Immutable;
 * one word in JSON, of three characters for each number.
 */
final class Seen {
    static final Seen NOTHING = new Seen(new int[0]);

    private static final int WIDTH = 3;
    private static final int RADIX = Character.MAX_RADIX;
    private static final int MISSING = -1;
    private static final int MOST = RADIX * RADIX * RADIX - 1;
    private static final String MISSING_WORD = "-".repeat(WIDTH);

    /** By number; what lies beyond is missing. */
    private final int[] counts;

    private Seen(int[] counts) {
        this.counts = counts;
    }

    @JsonCreator
    static Seen parse(String word) {
        return new Seen(
                IntStream.range(0, word.length() / WIDTH)
                        .mapToObj(i -> word.substring(i * WIDTH, (i + 1) * WIDTH))
                        .mapToInt(Seen::number)
                        .toArray());
    }

    @JsonValue
    String word() {
        return Arrays.stream(counts).mapToObj(Seen::word).collect(Collectors.joining());
    }

    boolean has(int number) {
        return count(number) != MISSING;
    }

    /** With a number that brought so much. */
    Seen with(int number, int count) {
        int[] more = padded(number + 1);
        more[number] = Math.max(more[number], Math.min(count, MOST));
        return new Seen(more);
    }

    /** With what another has seen of the same events. */
    Seen union(Seen other) {
        int[] both = padded(other.counts.length);
        Arrays.setAll(both, i -> Math.max(both[i], other.count(i)));
        return new Seen(both);
    }

    /** Whether each number from 0 to total − 1 has arrived. */
    boolean isWhole(int total) {
        return IntStream.range(0, total).allMatch(this::has);
    }

    /** How much all of them brought. */
    int sum() {
        return Arrays.stream(counts).filter(count -> count != MISSING).sum();
    }

    /** Those of this that the other has not. */
    IntStream without(Seen other) {
        return IntStream.range(0, counts.length).filter(i -> has(i) && !other.has(i));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen seen && Arrays.equals(counts, seen.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    private int count(int number) {
        return number < counts.length ? counts[number] : MISSING;
    }

    private int[] padded(int length) {
        int[] copy = Arrays.copyOf(counts, Math.max(counts.length, length));
        Arrays.fill(copy, counts.length, copy.length, MISSING);
        return copy;
    }

    private static String word(int count) {
        if (count == MISSING) {
            return MISSING_WORD;
        }
        String digits = Integer.toString(count, RADIX);
        return "0".repeat(WIDTH - digits.length()) + digits;
    }

    private static int number(String word) {
        return word.equals(MISSING_WORD) ? MISSING : Integer.parseInt(word, RADIX);
    }
}
