package org.berea.localstack.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The Redis server program, unpacked from its Maven artifact, and how it is run. */
public final class RedisProgram {
    private static final int LIMIT_MILLIS = 1_000;

    private RedisProgram() {}

    /**
     * Runs the server in the foreground with an append-only file that is synced every second: after
     * a killed process nothing that was acknowledged is missing.
     */
    public static List<String> command(Path data, int port) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
        return List.of(
                unpacked().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toAbsolutePath().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "");
    }

    /** Where the server is reached. */
    public static String url(int port) {
        return "redis://127.0.0.1:" + port;
    }

    /** Whether it serves commands now; not yet while it still loads its data. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+PONG".length());
            return "+PONG".equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path unpacked() {
        String name =
                ExecutableProvider.newProvidedVersionsMap()
                        .get(OsArchitecture.detectOSandArchitecture());
        try (InputStream program = RedisProgram.class.getResourceAsStream(name)) {
            if (program == null) {
                throw new ServerFailedException("there is no Redis for this machine: " + name);
            }
            byte[] content = program.readAllBytes();
            Path folder = BinaryCache.folder("redis", content, into -> write(content, into));
            return folder.resolve("redis-server");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Redis", e);
        }
    }

    private static void write(byte[] content, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        Files.write(program, content);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
