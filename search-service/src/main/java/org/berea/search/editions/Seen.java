package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * The sequence numbers that have arrived, in any order. Immutable; one hexadecimal word in JSON.
 */
final class Seen {
    static final Seen NOTHING = new Seen(new BitSet());

    private final BitSet numbers;

    private Seen(BitSet numbers) {
        this.numbers = numbers;
    }

    @JsonCreator
    static Seen parse(String word) {
        return new Seen(BitSet.valueOf(HexFormat.of().parseHex(word)));
    }

    @JsonValue
    String word() {
        return HexFormat.of().formatHex(numbers.toByteArray());
    }

    boolean has(int number) {
        return numbers.get(number);
    }

    Seen with(int number) {
        var more = (BitSet) numbers.clone();
        more.set(number);
        return new Seen(more);
    }

    /** Whether each number from 0 to total − 1 has arrived. */
    boolean isWhole(int total) {
        return numbers.nextClearBit(0) >= total;
    }
}
