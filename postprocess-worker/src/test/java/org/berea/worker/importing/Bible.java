package org.berea.worker.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Bibles for tests. */
final class Bible {
    private Bible() {}

    /** A book with so many chapters of two verses each. */
    static String book(String code, int chapters, String word) {
        var usfm = new StringBuilder("\\id " + code + "\n");
        for (int chapter = 1; chapter <= chapters; chapter++) {
            usfm.append(
                    "\\c %d\n\\p\n\\v 1 %s %d, first\n\\v 2 %s %d, second\n"
                            .formatted(chapter, word, chapter, word, chapter));
        }
        return usfm.toString();
    }

    static byte[] bytes(String usfm) {
        return usfm.getBytes(UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
