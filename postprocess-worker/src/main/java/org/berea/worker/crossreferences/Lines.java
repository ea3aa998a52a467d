package org.berea.worker.crossreferences;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The lines of a text, none longer than a line of such a text can be. */
final class Lines {
    private static final int LONGEST = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final InputStream content;
    private int number;

    Lines(String file, InputStream content) {
        this.file = file;
        this.content = new BufferedInputStream(content);
    }

    /**
     * The next line without its end; empty behind the last.
     *
     * @throws org.berea.contracts.InvalidValueException when it is too long or not UTF-8
     */
    Optional<String> next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = content.read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        for (; next >= 0 && next != '\n'; next = content.read()) {
            bytes.write(next);
            if (bytes.size() > LONGEST) {
                throw place("").broken("more than " + LONGEST + " bytes", "short lines");
            }
        }
        return Optional.of(text(bytes));
    }

    /** Where the line is that was read last. */
    Place place(String column) {
        return new Place(file, Math.max(number, 1), column);
    }

    private String text(ByteArrayOutputStream bytes) {
        try {
            String line =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            String start = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            return line.substring(start.length(), line.length() - (line.endsWith("\r") ? 1 : 0));
        } catch (CharacterCodingException e) {
            throw place("").broken("not UTF-8", "UTF-8");
        }
    }
}
