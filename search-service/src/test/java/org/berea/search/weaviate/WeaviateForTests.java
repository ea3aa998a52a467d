package org.berea.search.weaviate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateProgram;
import org.berea.localstack.servers.WeaviateServer;
import org.berea.search.engine.EngineAwayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server for tests: the one that {@code WEAVIATE_URL} names, else one that is started from
 * the program on this machine, once for all tests of this JVM. Without either the tests are left
 * out, aloud; or they fail where {@code BEREA_REQUIRE_WEAVIATE} says that there must be one.
 */
public final class WeaviateForTests {
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int LETTERS = 26;
    private static @Nullable WeaviateServer started;

    private WeaviateForTests() {}

    /** Settings whose collections are only this test's. */
    public static WeaviateSettings settings(String prefix) {
        String url = System.getenv("WEAVIATE_URL");
        return url == null ? ofOwn(own(), prefix, "search") : ofOther(url, prefix);
    }

    /** Letters that stand for a folder, the same for the same one. */
    public static String prefix(Path folder) {
        var letters = new StringBuilder("T");
        for (byte each : Ids.digest(folder.toString()).getBytes(US_ASCII)) {
            letters.append((char) ('a' + each % LETTERS));
        }
        return letters.toString();
    }

    /** Waits until a question to the server does not fail any more. */
    public static void await(String what, Supplier<?> question) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                var _ = question.get();
                return;
            } catch (EngineAwayException e) {
                pause();
            }
        }
        Assertions.fail("not within a minute: " + what);
    }

    /** Deletes all collections of a prefix. */
    public static void forget(String prefix) {
        var settings = settings(prefix);
        try (var connection = new Connection(settings)) {
            connection.heal();
            var collections = new Collections(connection, settings);
            collections.list().stream()
                    .filter(each -> each.startsWith(prefix))
                    .forEach(collections::delete);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings for a server that the test has started itself. */
    public static WeaviateSettings ofOwn(WeaviateServer server, String prefix, String instance) {
        return new WeaviateSettings(
                URI.create(server.url()),
                server.ports().grpc(),
                WeaviateServer.KEY,
                instance,
                prefix,
                1,
                1,
                GRACE);
    }

    /** Starts a server for one test, which may stop, pause or kill it. */
    public static WeaviateServer start(Path data, WeaviatePorts ports) {
        requireProgram();
        return WeaviateServer.start(data, ports);
    }

    /** Leaves the test out, or fails it, when there is no program. */
    public static void requireProgram() {
        if (WeaviateProgram.find().isPresent()) {
            return;
        }
        if (System.getenv("BEREA_REQUIRE_WEAVIATE") != null) {
            Assertions.fail(WeaviateProgram.HOW_TO_GET);
        }
        System.err.println("NOT TESTED with Weaviate: " + WeaviateProgram.HOW_TO_GET);
        Assumptions.abort("no Weaviate: " + WeaviateProgram.HOW_TO_GET);
    }

    private static WeaviateSettings ofOther(String url, String prefix) {
        return new WeaviateSettings(
                URI.create(url),
                Integer.parseInt(variable("WEAVIATE_GRPC_PORT", "50051")),
                variable("WEAVIATE_API_KEY", ""),
                "search",
                prefix,
                1,
                1,
                GRACE);
    }

    private static synchronized WeaviateServer own() {
        if (started == null) {
            started = start(folder(), WeaviatePorts.free());
            Runtime.getRuntime().addShutdownHook(new Thread(WeaviateForTests::stop));
        }
        return started;
    }

    private static void stop() {
        Objects.requireNonNull(started).close();
    }

    private static Path folder() {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target"), "weaviate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}
