package org.berea.chassis.caller;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name of a key, from which nobody can learn the key. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** The beginning of its SHA-256, in hexadecimal. */
    public static String of(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
