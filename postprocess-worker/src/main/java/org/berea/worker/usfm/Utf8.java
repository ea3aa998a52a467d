package org.berea.worker.usfm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes strictly: a wrong encoding must not become a Bible full of question marks. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * @throws UsfmException when the bytes are not UTF-8
     */
    static String decode(UsfmFile file) {
        String text = new String(file.content(), UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireWellFormed(file);
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return marked ? text.substring(1) : text;
    }

    /** The replacement character may also stand in the file itself. */
    private static void requireWellFormed(UsfmFile file) {
        CharsetDecoder decoder =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(file.content().length + 1);
        if (decoder.decode(ByteBuffer.wrap(file.content()), characters, true).isError()) {
            String text = characters.flip().toString();
            throw new UsfmException(
                    file.name(), lastLineOf(text), lastMarkerOf(text), "not UTF-8", "UTF-8");
        }
    }

    private static int lastLineOf(String text) {
        return 1 + (int) text.chars().filter(character -> character == '\n').count();
    }

    private static String lastMarkerOf(String text) {
        String rest = text.substring(text.lastIndexOf('\\') + 1);
        int end = 0;
        while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return end == 0 ? "id" : rest.substring(0, end);
    }
}
