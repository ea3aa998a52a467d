package org.berea.scripture;

/** Where the paragraphs of a text end, asked from its beginning to its end. */
final class Paragraphs {
    private final String text;
    private int end = -1;

    Paragraphs(String text) {
        this.text = text;
    }

    /** The offset where the paragraph around {@code at} ends. */
    int endAfter(int at) {
        if (end <= at) {
            end = emptyLine(at);
        }
        return end;
    }

    private int emptyLine(int from) {
        int line = text.indexOf('\n', from);
        while (line >= 0) {
            int next = line + 1;
            while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '\n') {
                return line;
            }
            line = text.indexOf('\n', next);
        }
        return text.length();
    }
}
