package org.berea.localstack.servers;

import java.nio.file.Path;
import org.berea.localstack.process.Signal;

/** A running Redis 6.2 whose append-only file is on. */
public final class RedisServer implements AutoCloseable {
    private final ServerProcess process;
    private final int port;

    private RedisServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it on 127.0.0.1 and waits until it answers.
     *
     * @param data its own folder, made when missing; what is stored there outlives the server
     * @throws ServerFailedException when it cannot be started; the message holds the end of its log
     */
    public static RedisServer start(Path data, int port) {
        var process =
                ServerProcess.start(
                        RedisProgram.command(data, port),
                        data.resolve("redis.log"),
                        Signal.TERM,
                        () -> RedisProgram.answers(port));
        return new RedisServer(process, port);
    }

    public String url() {
        return RedisProgram.url(port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
