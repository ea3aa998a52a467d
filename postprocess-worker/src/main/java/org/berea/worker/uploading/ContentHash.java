package org.berea.worker.uploading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether the same was sent before, however it was packed. */
public final class ContentHash {
    private final MessageDigest digest = sha256();

    /** Adds a line. */
    public void add(String line) {
        digest.update(line.getBytes(UTF_8));
        digest.update((byte) '\n');
    }

    /** The SHA-256 of all lines, in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
