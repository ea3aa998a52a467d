package org.berea.localstack.servers;

import java.nio.file.Path;
import org.berea.localstack.process.Signal;

/** A running Weaviate node that stands alone. */
public final class WeaviateServer implements AutoCloseable {
    /** What every request has to carry. */
    public static final String KEY = "a-key-for-this-machine-only";

    private final ServerProcess process;
    private final WeaviatePorts ports;

    private WeaviateServer(ServerProcess process, WeaviatePorts ports) {
        this.process = process;
        this.ports = ports;
    }

    /**
     * Starts it on 127.0.0.1 and waits until it answers.
     *
     * @param data its own folder, made when missing; what is stored there outlives the server
     * @throws ServerFailedException when there is no program, or it cannot be started; the message
     *     says how to get it, or holds the end of its log
     */
    public static WeaviateServer start(Path data, WeaviatePorts ports) {
        Path program =
                WeaviateProgram.find()
                        .orElseThrow(() -> new ServerFailedException(WeaviateProgram.HOW_TO_GET));
        WeaviateProgram.make(data);
        var process =
                ServerProcess.start(
                        WeaviateProgram.command(program, ports),
                        WeaviateProgram.environment(data, ports, KEY),
                        data.resolve("weaviate.log"),
                        Signal.TERM,
                        () -> WeaviateProgram.answers(ports));
        return new WeaviateServer(process, ports);
    }

    public String url() {
        return WeaviateProgram.url(ports.rest());
    }

    public WeaviatePorts ports() {
        return ports;
    }

    /** The process, so that a test may pause or kill it. */
    public ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
