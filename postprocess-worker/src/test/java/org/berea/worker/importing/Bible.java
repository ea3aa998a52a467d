package org.berea.worker.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
}
