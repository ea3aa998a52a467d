package org.berea.search.notes;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.berea.contracts.caller.Caller;

/**
 * Whose notes. Nothing is read from a store without one, and only a caller that is a user becomes
 * one.
 *
 * @param subject as in the token's {@code sub}
 */
public record Owner(String subject) {
    /** Empty for a service, which has no notes and sees nobody's. */
    public static Optional<Owner> of(Caller caller) {
        return caller.isService() ? Optional.empty() : Optional.of(new Owner(caller.subject()));
    }

    /**
     * 43 letters, digits, {@code -} and {@code _} that stand for this owner and no other, whatever
     * the subject is made of.
     */
    public String key() {
        // Not by way of a charset: each would turn several broken characters into the same one.
        ByteBuffer bytes = ByteBuffer.allocate(subject.length() * Character.BYTES);
        bytes.asCharBuffer().put(subject);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(bytes.array()));
    }

    /** Says nothing: it may end up in a log. */
    @Override
    public String toString() {
        return "an owner";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
