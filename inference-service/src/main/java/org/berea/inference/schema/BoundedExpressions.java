package org.berea.inference.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Regular expressions that give up. One that strangers wrote can take longer than the universe has,
 * or more stack than a thread has; what it cannot match within that counts as no match.
 */
final class BoundedExpressions implements RegularExpressionFactory {
    private static final int MOST_STEPS = 1_000_000;

    @Override
    public RegularExpression getRegularExpression(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return value -> {
            try {
                return pattern.matcher(new Counted(value)).find();
            } catch (GaveUpException | StackOverflowError e) {
                return false;
            }
        };
    }

    private static final class GaveUpException extends RuntimeException {
        GaveUpException() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int steps;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new GaveUpException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
