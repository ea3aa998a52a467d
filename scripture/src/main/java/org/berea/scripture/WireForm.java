package org.berea.scripture;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads {@code BOOK.chapter.verse[-verse | -chapter.verse]} and nothing looser. */
final class WireForm {
    private static final int LONGEST_NUMBER = 3;

    private WireForm() {}

    static Optional<VerseRange> parse(String wire) {
        String[] ends = wire.split("-", -1);
        String[] start = ends[0].split("\\.", -1);
        if (ends.length > 2 || start.length != 3) {
            return Optional.empty();
        }
        return Book.ofCode(start[0])
                .flatMap(book -> verse(book, start[1], start[2]))
                .flatMap(first -> range(first, ends.length == 2 ? ends[1] : null));
    }

    private static Optional<VerseRange> range(VerseRef first, @Nullable String end) {
        if (end == null) {
            return Optional.of(first.toRange());
        }
        String[] parts = end.split("\\.", -1);
        Optional<VerseRef> last =
                switch (parts.length) {
                    case 1 -> verse(first.book(), Integer.toString(first.chapter()), parts[0]);
                    case 2 -> verse(first.book(), parts[0], parts[1]);
                    default -> Optional.empty();
                };
        return last.filter(verse -> first.compareTo(verse) < 0)
                .map(verse -> new VerseRange(first, verse));
    }

    private static Optional<VerseRef> verse(Book book, String chapter, String verse) {
        OptionalInt first = number(chapter);
        OptionalInt second = number(verse);
        return first.isPresent() && second.isPresent()
                ? VerseRef.of(book, first.getAsInt(), second.getAsInt())
                : Optional.empty();
    }

    private static OptionalInt number(String digits) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= LONGEST_NUMBER
                        && digits.charAt(0) != '0'
                        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return plain ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
