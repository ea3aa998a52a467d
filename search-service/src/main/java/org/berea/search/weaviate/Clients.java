package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.Authentication;
import io.weaviate.client6.v1.api.Config;
import io.weaviate.client6.v1.api.WeaviateClientAsync;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Makes clients, but only of a server that is there: a failed attempt leaks threads. */
final class Clients {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);
    private static final int OK = 200;

    // The client knows whole seconds only; shorter limits are put around its calls.
    private static final int START_SECONDS = 5;
    private static final int QUERY_SECONDS = 2;
    private static final int INSERT_SECONDS = 10;

    private final WeaviateSettings settings;
    private final URI ready;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PROBE_LIMIT)
                    .build();

    Clients(WeaviateSettings settings) {
        this.settings = settings;
        this.ready = settings.url().resolve("/v1/.well-known/ready");
    }

    /** Whether the server says that it serves. */
    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(ready).timeout(PROBE_LIMIT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the server for its version, so it may fail. */
    WeaviateClientAsync open() {
        return new WeaviateClientAsync(Config.of(this::configure));
    }

    void close() {
        http.close();
    }

    private Config.Custom configure(Config.Custom config) {
        // The scheme comes first, because it sets both ports.
        config.scheme(settings.url().getScheme())
                .httpHost(settings.url().getHost())
                .httpPort(settings.port())
                .grpcHost(settings.url().getHost())
                .grpcPort(settings.grpcPort())
                .timeout(START_SECONDS, QUERY_SECONDS, INSERT_SECONDS);
        if (!settings.apiKey().isEmpty()) {
            config.authentication(Authentication.apiKey(settings.apiKey()));
        }
        return config;
    }
}
