package org.berea.localstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The keys in one folder; whatever is missing is made when they are opened. */
public final class Keys {
    private static final int RSA_BITS = 2048;
    private static final int CALLER_KEY_BYTES = 32;

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Makes what is missing, in a folder of mode 700. */
    public static Keys in(Path folder) {
        var keys = new Keys(folder);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            keys.make();
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep keys in " + folder, e);
        }
    }

    /** The public half of the key that signs users' tokens, PEM, for the gateway. */
    public Path publicKeyFile() {
        return folder.resolve("token-public.pem");
    }

    /** The key of the internal caller token, base64. */
    public Path callerKeyFile() {
        return folder.resolve("caller.key");
    }

    public byte[] callerKey() {
        try {
            return Base64.getDecoder().decode(Files.readString(callerKeyFile()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + callerKeyFile(), e);
        }
    }

    /** PostgreSQL's password. */
    public Secret postgresPassword() {
        try {
            return Secret.keptIn(folder.resolve("postgres.password"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep PostgreSQL's password", e);
        }
    }

    /** What every request to Weaviate has to carry. */
    public Secret weaviateKey() {
        try {
            return Secret.keptIn(folder.resolve("weaviate.key"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep Weaviate's key", e);
        }
    }

    /** The key that signs users' tokens. */
    public RSAPrivateCrtKey tokenKey() {
        try {
            return tokenKey(Files.readString(privateKeyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + privateKeyFile(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("unfit: " + privateKeyFile(), e);
        }
    }

    /**
     * The key that signs users' tokens, of an installation that keeps its keys elsewhere.
     *
     * @param pem an RSA key in PKCS #8
     * @throws IllegalArgumentException when it is something else
     */
    public static RSAPrivateCrtKey tokenKey(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(body(pem));
            var key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return (RSAPrivateCrtKey) key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA key in PKCS #8", e);
        }
    }

    private Path privateKeyFile() {
        return folder.resolve("token-private.pem");
    }

    // Two commands may be the first at the same time; without the lock their halves could mix.
    private void make() throws IOException {
        try (var channel =
                        FileChannel.open(
                                folder.resolve(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(privateKeyFile())) {
                makeTokenKeys();
            }
            if (!Files.exists(callerKeyFile())) {
                byte[] random = new byte[CALLER_KEY_BYTES];
                new SecureRandom().nextBytes(random);
                Secret.write(callerKeyFile(), Base64.getEncoder().encodeToString(random));
            }
        }
    }

    private void makeTokenKeys() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            var pair = generator.generateKeyPair();
            Secret.write(publicKeyFile(), pem("PUBLIC KEY", pair.getPublic()));
            Secret.write(privateKeyFile(), pem("PRIVATE KEY", pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----".formatted(kind, body);
    }

    private static String body(String pem) {
        return pem.replaceAll("-----(BEGIN|END) [A-Z ]+-----", "");
    }
}
