package org.berea.worker.usfm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind {@code \v}: {@code 3}, a segment {@code 3a} or a bridge {@code 3-4}.
 *
 * @param length how many characters it takes
 */
record VerseNumbers(int first, int last, boolean segment, int length) {
    private static final Pattern FORM =
            Pattern.compile("\\s*(\\d{1,3})(\\p{L})?(?:[-–,](\\d{1,3})(\\p{L})?)?(?=\\s|$)");

    static Optional<VerseNumbers> leading(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        boolean segment = matcher.group(2) != null || matcher.group(4) != null;
        return first >= 1 && last >= first
                ? Optional.of(new VerseNumbers(first, last, segment, matcher.end()))
                : Optional.empty();
    }
}
