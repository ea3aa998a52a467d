package org.berea.embedding.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands for a text where the text itself is too long or nobody's business. */
public final class Digest {
    private static final int SHORT = 8;

    private Digest() {}

    /** 64 characters; equal for equal texts only. */
    public static String of(String text) {
        byte[] bytes = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(bytes);
    }

    /** 8 characters, enough to tell a few things apart. */
    public static String brief(String text) {
        return of(text).substring(0, SHORT);
    }

    /** To be fed by the caller. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
