package org.berea.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.localstack.process.Signal;

/** A child for the tests: listens on a port, and writes down that it was asked to end. */
final class SmallProgram {
    private SmallProgram() {}

    public static void main(String[] words) throws Exception {
        String name = words[0];
        Path journal = Path.of(words[2]);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> write(journal, name)));
        System.out.println("secret: " + System.getenv("OPENAI_API_KEY"));
        try (var socket =
                new ServerSocket(Integer.parseInt(words[1]), 5, InetAddress.getLoopbackAddress())) {
            while (true) {
                socket.accept().close();
            }
        }
    }

    static Program named(String name, int stage, int port, Path folder) {
        return new Program(
                name,
                stage,
                command(
                        SmallProgram.class,
                        name,
                        Integer.toString(port),
                        folder.resolve("journal").toString()),
                Map.of(),
                Set.of(),
                folder.resolve(name + ".log"),
                Signal.TERM,
                Duration.ofSeconds(10),
                () -> {},
                () -> listens(port));
    }

    static List<String> command(Class<?> main, String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(words));
        return command;
    }

    static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(Path journal, String name) {
        try {
            Files.writeString(
                    journal, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
