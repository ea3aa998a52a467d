package org.berea.search.weaviate;

import java.net.URI;
import java.time.Duration;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server is and how it is used.
 *
 * @param url of its HTTP port
 * @param grpcPort of the same host
 * @param apiKey empty for a server that asks for none
 * @param instance the name of this search instance, its own among all that share the server
 * @param prefix of all collections: suites with different ones share a server without meeting
 * @param replication on how many nodes each collection is kept
 * @param shards into how many parts each collection is cut; 0 for one a node
 * @param grace how long a collection stays that nobody names any more, for searches that began
 *     before
 */
@ConfigurationProperties(prefix = "berea.search.weaviate", ignoreUnknownFields = false)
public record WeaviateSettings(
        URI url,
        @DefaultValue("50051") int grpcPort,
        @DefaultValue("") String apiKey,
        @DefaultValue("search") String instance,
        @DefaultValue("Berea") String prefix,
        @DefaultValue("1") int replication,
        @DefaultValue("1") int shards,
        @DefaultValue("30s") Duration grace) {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_NODES = 64;

    public WeaviateSettings {
        Check.present("berea.search.weaviate.url", url);
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw InvalidValueException.of(
                    "berea.search.weaviate.url", url, "such as http://127.0.0.1:8079");
        }
        if (!prefix.matches("[A-Z][A-Za-z]{0,29}")) {
            throw InvalidValueException.of(
                    "berea.search.weaviate.prefix",
                    prefix,
                    "up to 30 letters, the first a capital");
        }
        Check.range("berea.search.weaviate.grpc-port", grpcPort, 1, LAST_PORT);
        Check.range("berea.search.weaviate.replication", replication, 1, MOST_NODES);
        Check.range("berea.search.weaviate.shards", shards, 0, MOST_NODES);
    }

    /** The port of the URL, or the usual one of its scheme. */
    int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }

    /** Without the key: it may end up in a log. */
    @Override
    public String toString() {
        return "Weaviate at " + url;
    }
}
