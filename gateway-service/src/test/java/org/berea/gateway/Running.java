package org.berea.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the test classes that can share one the same gateway, upstream and Redis. */
final class Running implements ParameterResolver {
    /** What all of them share; closed after the last test. */
    record Suite(Path folder, RedisServer redis, Upstream upstream, Gateway gateway)
            implements AutoCloseable {
        static Suite start() {
            try {
                Path folder = Files.createTempDirectory("gateway");
                var redis = RedisServer.start(folder.resolve("redis"), FreePorts.next());
                var upstream = Upstream.start();
                var gateway = Gateway.start(folder, redis.url(), Gateway.allTo(upstream.url()));
                return new Suite(folder, redis, upstream, gateway);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            gateway.close();
            upstream.close();
            redis.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Suite.class);
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Running.class))
                .computeIfAbsent(Suite.class, _ -> Suite.start(), Suite.class);
    }
}
