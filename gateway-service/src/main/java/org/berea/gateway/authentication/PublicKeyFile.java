package org.berea.gateway.authentication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.berea.contracts.InvalidValueException;

/** The public key in a PEM file: RSA of at least 2048 bits, or of an elliptic curve. */
final class PublicKeyFile {
    private static final String FIELD = "berea.jwt.public-key-file";
    private static final String EXPECTED = "PEM of a public key, RSA of 2048 bits or more, or EC";
    private static final int SHORTEST_RSA = 2048;

    private PublicKeyFile() {}

    static PublicKey read(Path file) {
        byte[] encoded = encoded(file);
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return checked(
                        file,
                        KeyFactory.getInstance(algorithm)
                                .generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (InvalidKeySpecException e) {
                continue;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has " + algorithm, e);
            }
        }
        throw InvalidValueException.of(FIELD, file, EXPECTED);
    }

    private static byte[] encoded(Path file) {
        try {
            String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return Base64.getDecoder().decode(body);
        } catch (IOException e) {
            throw new UncheckedIOException(FIELD + ": cannot be read: " + file, e);
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.of(FIELD, file, EXPECTED);
        }
    }

    private static PublicKey checked(Path file, PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw InvalidValueException.of(FIELD, file, EXPECTED);
        }
        return key;
    }
}
