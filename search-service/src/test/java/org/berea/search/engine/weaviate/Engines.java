package org.berea.search.engine.weaviate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateProgram;
import org.berea.localstack.servers.WeaviateServer;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.Snapshot;
import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateSettings;

/** Engines that have reached their server, and the traces they leave there. */
final class Engines {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Engines() {}

    /** An engine with a connection of its own, without waiting for the server. */
    static Engine open(WeaviateSettings settings) {
        var weaviate = Weaviate.open(settings);
        return new Connected(WeaviateEngine.open(weaviate, settings), weaviate);
    }

    static Engine reached(WeaviateSettings settings) {
        var engine = open(settings);
        await("the server is reached", () -> isReached(engine));
        return engine;
    }

    private record Connected(Engine engine, Weaviate weaviate) implements Engine {
        @Override
        public Manifest manifest() {
            return engine.manifest();
        }

        @Override
        public void commit(Changes changes) {
            engine.commit(changes);
        }

        @Override
        public Snapshot snapshot() {
            return engine.snapshot();
        }

        @Override
        public void close() {
            engine.close();
            weaviate.close();
        }
    }

    /** Settings for a server that may not be there. */
    static WeaviateSettings settings(WeaviatePorts ports) {
        URI url = URI.create(WeaviateProgram.url(ports.rest()));
        return new WeaviateSettings(
                url, ports.grpc(), WeaviateServer.KEY, "search", "Late", 1, 1, LIMIT);
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

    static boolean isReached(Engine engine) {
        try {
            return engine.manifest().offsets() != null;
        } catch (EngineAwayException e) {
            return false;
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
