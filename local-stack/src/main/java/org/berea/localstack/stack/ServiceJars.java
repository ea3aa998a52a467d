package org.berea.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.berea.localstack.servers.Folders;

/**
 * The built services, unpacked: a Spring Boot jar starts in half the time once its libraries lie
 * beside it.
 *
 * @param project the project's root folder
 */
public record ServiceJars(Path project) {
    private static final String SOURCE = "unpacked-from";

    /**
     * The jar to run for a service, unpacked again when it was built anew.
     *
     * @throws StackFailedException when it is not built
     */
    Path of(Service service) {
        Path target = project.resolve(service.module()).resolve("target");
        try {
            return unpacked(built(service, target), target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + service.module(), e);
        }
    }

    /** Unpacks all services that were built anew. */
    public void unpackAll() {
        List.of(Service.values()).forEach(this::of);
    }

    private static Path built(Service service, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, service.module() + "-*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new StackFailedException(
                service.module() + " is not built; ./berea build builds everything");
    }

    // Several stacks may start from one tree at the same time.
    private static Path unpacked(Path jar, Path target) throws IOException {
        Path app = target.resolve("app");
        try (var channel =
                        FileChannel.open(
                                target.resolve("app.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!stamp(jar).equals(stampOf(app))) {
                unpack(jar, target, app);
            }
        }
        return app.resolve(jar.getFileName());
    }

    private static void unpack(Path jar, Path target, Path app) throws IOException {
        Path fresh = target.resolve("app.new");
        Folders.delete(fresh);
        String stamp = stamp(jar);
        run(
                List.of(
                        Java.program(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        fresh.toString()));
        Files.writeString(fresh.resolve(SOURCE), stamp);
        Folders.delete(app);
        Files.move(fresh, app, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new StackFailedException(
                    "'%s' failed:%n%s".formatted(String.join(" ", command), output));
        }
    }

    // When it was written, by the file system: its own time is the same in every build.
    private static String stamp(Path jar) throws IOException {
        return Files.getAttribute(jar, "unix:ctime") + " " + Files.size(jar);
    }

    private static String stampOf(Path app) throws IOException {
        Path file = app.resolve(SOURCE);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
