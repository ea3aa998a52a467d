package org.berea.endtoend;

/** A tiny text that nothing else resembles. */
final class Jude {
    static final String USFM =
            """
            \\id JUD A text for tests
            \\h Jude
            \\mt1 Jude
            \\c 1
            \\p
            \\v 1 From Jude to his friends.
            \\v 2 May marmalade be with you all.
            \\v 3 That is everything\\f + \\fr 1:3 \\ft or nothing\\f* for now.
            """;

    private Jude() {}
}
