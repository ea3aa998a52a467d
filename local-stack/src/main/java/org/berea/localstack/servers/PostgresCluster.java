package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.berea.localstack.process.Signal;

/** The files of one PostgreSQL server with the user and the database {@code berea}. */
public final class PostgresCluster {
    /** The name of the user and of the database. */
    public static final String NAME = "berea";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Path folder;
    private final Path passwordFile;
    private final PostgresPrograms programs;

    /**
     * Makes what is missing.
     *
     * @param data the server's own folder
     * @param passwordFile holds the password; it counts only when the files are made
     */
    public PostgresCluster(Path data, Path passwordFile) {
        this.folder = data.toAbsolutePath().resolve("cluster");
        this.passwordFile = passwordFile.toAbsolutePath();
        this.programs = PostgresPrograms.unpacked();
        try {
            if (!Files.isDirectory(folder)) {
                create(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
    }

    /** Runs the server in the foreground. */
    public List<String> command(int port) {
        return programs.command(
                "postgres",
                "-D",
                folder.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=100");
    }

    /** Where the server is reached. */
    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** Whether a client can log in now. */
    public static boolean answers(int port, String password) {
        var login = new Properties();
        login.setProperty("user", NAME);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "2");
        try (var connection = DriverManager.getConnection(jdbcUrl(port), login)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Stops a server that an earlier run left behind on these files, and forgets one that is dead.
     */
    public void clearLeftovers() {
        Path record = folder.resolve("postmaster.pid");
        try {
            recordedServer(record).ifPresent(server -> Signal.INT.end(server, STOP_LIMIT));
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + record, e);
        }
    }

    // The number may have been given to another program since, which then must not be hurt.
    private Optional<ProcessHandle> recordedServer(Path record) throws IOException {
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(record);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                .filter(
                        process ->
                                String.join(" ", arguments(process)).contains(folder.toString()));
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    // Made beside its place and then moved, so that an interrupted attempt leaves nothing half
    // done.
    private void create(Path data) throws IOException {
        Files.createDirectories(data);
        Path made = data.toAbsolutePath().resolve("cluster.new");
        Folders.delete(made);
        run(
                programs.command(
                        "initdb",
                        "-D",
                        made.toString(),
                        "-U",
                        NAME,
                        "--pwfile=" + passwordFile,
                        "-A",
                        "scram-sha-256",
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync"),
                "");
        run(
                programs.command("postgres", "--single", "-D", made.toString(), "postgres"),
                "CREATE DATABASE " + NAME + "\n");
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command, String input) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new ServerFailedException(
                    "'%s' failed:%n%s".formatted(String.join(" ", command), output));
        }
    }
}
