package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Keeps unpacked programs in the user's cache folder, one folder for each content. */
final class BinaryCache {
    private static final int KEY_LENGTH = 16;

    /** Fills a new folder. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private BinaryCache() {}

    /**
     * The folder for this content, unpacked by the first who asks. Several processes may ask at
     * once: each unpacks beside it and the first move wins.
     */
    static Path folder(String name, byte[] content, Unpacking unpacking) {
        Path target = home().resolve(name + "-" + key(content));
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            Path unpacked = Files.createTempDirectory(target.getParent(), name + "-new-");
            unpacking.into(unpacked);
            publish(unpacked, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot unpack %s into %s; XDG_CACHE_HOME may name another folder"
                            .formatted(name, target),
                    e);
        }
    }

    private static void publish(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(unpacked);
        }
    }

    private static Path home() {
        Map<String, String> environment = System.getenv();
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .or(
                        () ->
                                Optional.ofNullable(environment.get("HOME"))
                                        .map(home -> home + "/.cache"))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("berea");
    }

    private static String key(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
