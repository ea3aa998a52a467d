package org.berea.contracts;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The checks that records at every edge make of themselves. */
public final class Check {
    private Check() {}

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw InvalidValueException.unshown(field, "missing", "a value");
        }
        return value;
    }

    /**
     * Text with at least one visible character, at most {@code max} characters, no control ones.
     */
    public static String text(String field, @Nullable String value, int max) {
        String text = present(field, value);
        if (text.isBlank()) {
            throw InvalidValueException.of(field, "", "at least one visible character");
        }
        if (text.length() > max) {
            throw InvalidValueException.unshown(
                    field, text.length() + " characters", "at most " + max);
        }
        if (text.codePoints().anyMatch(Check::isForbiddenControl)) {
            throw InvalidValueException.unshown(
                    field,
                    "a control character",
                    "text; of control characters only tab and line breaks");
        }
        return text;
    }

    public static <C extends Collection<?>> C size(String field, C values, int min, int max) {
        if (values.size() < min || values.size() > max) {
            throw InvalidValueException.unshown(
                    field, values.size() + " entries", "%d to %d".formatted(min, max));
        }
        return values;
    }

    public static int range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw InvalidValueException.of(field, value, "%d to %d".formatted(min, max));
        }
        return value;
    }

    public static long notNegative(String field, long value) {
        if (value < 0) {
            throw InvalidValueException.of(field, value, "zero or more");
        }
        return value;
    }

    private static boolean isForbiddenControl(int character) {
        return Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
    }
}
