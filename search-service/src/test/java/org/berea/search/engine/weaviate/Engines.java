package org.berea.search.engine.weaviate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateProgram;
import org.berea.localstack.servers.WeaviateServer;
import org.berea.search.engine.EngineAwayException;

/** Engines that have reached their server, and the traces they leave there. */
final class Engines {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LETTERS = 26;

    private Engines() {}

    static WeaviateEngine reached(WeaviateSettings settings) {
        var engine = WeaviateEngine.open(settings);
        await("the server is reached", () -> isReached(engine));
        return engine;
    }

    /** Settings for a server that may not be there. */
    static WeaviateSettings settings(WeaviatePorts ports) {
        URI url = URI.create(WeaviateProgram.url(ports.rest()));
        return new WeaviateSettings(
                url, ports.grpc(), WeaviateServer.KEY, "search", "Late", 1, 1, LIMIT);
    }

    /** Letters that stand for a folder, the same for the same one. */
    static String prefix(Path folder) {
        var letters = new StringBuilder("T");
        for (byte each : Names.id(folder.toString()).getBytes(US_ASCII)) {
            letters.append((char) ('a' + each % LETTERS));
        }
        return letters.substring(0, 20);
    }

    /** Deletes all collections of a prefix. */
    static void forget(WeaviateSettings settings) {
        try (var connection = new Connection(settings)) {
            await("the server is reached", () -> heals(connection));
            var collections = new Collections(connection, settings);
            collections.list().stream()
                    .filter(each -> each.startsWith(settings.prefix()))
                    .forEach(collections::delete);
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < end) {
            pause();
            met = condition.getAsBoolean();
        }
        assertThat(met).as(what).isTrue();
    }

    static boolean isReached(WeaviateEngine engine) {
        try {
            return engine.manifest().offsets() != null;
        } catch (EngineAwayException e) {
            return false;
        }
    }

    private static boolean heals(Connection connection) {
        try {
            return connection.heal();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
