package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.berea.localstack.keys.Secret;
import org.berea.localstack.process.Signal;

/** A running PostgreSQL 18 with the user and the database {@code berea}. */
public final class PostgresServer implements AutoCloseable {
    private final ServerProcess process;
    private final int port;
    private final String password;

    private PostgresServer(ServerProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts it on 127.0.0.1 and waits until it answers.
     *
     * @param data its own folder, made when missing; what is stored there outlives the server
     * @throws ServerFailedException when it cannot be started; the message holds the end of its log
     */
    public static PostgresServer start(Path data, int port) {
        try {
            Secret password = Secret.keptIn(data.resolve("password"));
            var cluster = new PostgresCluster(data, password.file());
            cluster.clearLeftovers();
            var process =
                    ServerProcess.start(
                            cluster.command(port),
                            data.resolve("postgres.log"),
                            Signal.INT,
                            () -> PostgresCluster.answers(port, password.value()));
            return new PostgresServer(process, port, password.value());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
    }

    public String jdbcUrl() {
        return PostgresCluster.jdbcUrl(port);
    }

    public String user() {
        return PostgresCluster.NAME;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops it at once, open connections included. */
    @Override
    public void close() {
        process.close();
    }
}
