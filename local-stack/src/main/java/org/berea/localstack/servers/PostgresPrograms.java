package org.berea.localstack.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from their Maven artifact, and how the current user runs them.
 */
final class PostgresPrograms {
    private final Path folder;
    private final List<String> prefix;

    private PostgresPrograms(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * The programs for this machine.
     *
     * @throws ServerFailedException for root where user namespaces are forbidden
     */
    static PostgresPrograms unpacked() {
        try (var archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
            byte[] content = archive.readAllBytes();
            Path folder = BinaryCache.folder("postgresql", content, into -> unpack(content, into));
            return new PostgresPrograms(folder, prefix());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read PostgreSQL's archive", e);
        }
    }

    /** The command line of a program such as {@code initdb}. */
    List<String> command(String program, String... arguments) {
        String path = folder.resolve("bin").resolve(program).toString();
        return Stream.of(prefix.stream(), Stream.of(path), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    // PostgreSQL refuses to run as root. In a user namespace of its own it sees another user, while
    // the files it writes still belong to the one who started it.
    private static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "-U");
        if (!succeeds(Stream.concat(unshare.stream(), Stream.of("true")).toList())) {
            throw new ServerFailedException(
                    "PostgreSQL does not run as root, and this system forbids root's way around it"
                            + " (unshare -U): start Berea as another user");
        }
        return unshare;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("'" + entry.getName() + "' leaves the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return "amd64".equals(name) ? "x86_64" : name;
    }
}
