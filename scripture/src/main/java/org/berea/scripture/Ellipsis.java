package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;

/** Parts a quotation where an ellipsis leaves words out: {@code …}, {@code ...}, {@code . . .}. */
final class Ellipsis {
    private static final int FEWEST_DOTS = 3;

    private Ellipsis() {}

    static List<String> split(String quotation) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < quotation.length()) {
            int end = endOfEllipsis(quotation, at);
            if (end > at) {
                parts.add(quotation.substring(from, at));
                from = end;
                at = end;
            } else {
                at++;
            }
        }
        parts.add(quotation.substring(from));
        return parts;
    }

    private static int endOfEllipsis(String text, int at) {
        int dots = 0;
        int end = at;
        int next = at;
        while (next < text.length() && isPart(text.charAt(next), dots)) {
            dots += weight(text.charAt(next));
            next++;
            end = text.charAt(next - 1) == ' ' ? end : next;
        }
        return dots >= FEWEST_DOTS ? end : at;
    }

    private static boolean isPart(char character, int dots) {
        return weight(character) > 0 || (dots > 0 && (character == ' ' || character == '\u00A0'));
    }

    private static int weight(char character) {
        return switch (character) {
            case '…', '⋯' -> FEWEST_DOTS;
            case '.' -> 1;
            default -> 0;
        };
    }
}
