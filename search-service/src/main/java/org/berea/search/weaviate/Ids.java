package org.berea.search.weaviate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names that are made of what they stand for. The same thing has the same one for every instance
 * and after every restart, so that storing it again replaces it.
 */
public final class Ids {
    private static final int DIGEST_LENGTH = 16;

    private Ids() {}

    /** The id of an object within its collection. */
    public static String of(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Sixteen letters and digits, for the name of a collection. */
    public static String digest(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
