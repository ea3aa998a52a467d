package org.berea.localstack.commands;

/**
 * Text from outside, made safe for a terminal: no control characters but tab and line break, so no
 * escape sequences, and none that turn the direction of reading.
 */
final class Printable {
    private Printable() {}

    static String of(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().filter(Printable::isSafe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean isSafe(int character) {
        return character == '\n'
                || character == '\t'
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
                    case Character.FORMAT -> isJoiner(character);
                    default -> true;
                };
    }

    // Several scripts need these two to be written rightly.
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
