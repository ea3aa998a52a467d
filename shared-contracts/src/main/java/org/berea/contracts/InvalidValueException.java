package org.berea.contracts;

/** A value that breaks its contract; names the field, what was given and what was expected. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final int SHOWN = 80;

    private final String field;

    private InvalidValueException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** For a value that can be shown: {@code task: 'poem' (expected: one of verse-lookup, …)}. */
    public static InvalidValueException of(String field, Object value, String expected) {
        String text = String.valueOf(value);
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return new InvalidValueException(
                field, "%s: '%s' (expected: %s)".formatted(field, shown, expected));
    }

    /** For a value that is missing, secret or too long to show. */
    public static InvalidValueException unshown(String field, String found, String expected) {
        return new InvalidValueException(
                field, "%s: %s (expected: %s)".formatted(field, found, expected));
    }

    public String field() {
        return field;
    }
}
