package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Weaviate server program, which has to be on the machine, and how it is run. */
public final class WeaviateProgram {
    /** What to do when {@link #find} finds nothing. */
    public static final String HOW_TO_GET =
            """
            the program weaviate-server is not on this machine. With Go 1.26 or newer it is had by
              go install -ldflags "-s -w" github.com/weaviate/weaviate/cmd/weaviate-server@v1.39.0
            which takes some minutes; then it is found in ~/go/bin, or anywhere on the PATH""";

    private static final String NAME = "weaviate-server";
    private static final String USER = "berea";
    private static final int LIMIT_MILLIS = 1_000;
    private static final int OK = 200;

    private WeaviateProgram() {}

    /** Looks where {@code go install} puts it, and on the PATH. */
    public static Optional<Path> find() {
        return find(System::getenv, Path.of(System.getProperty("user.home")));
    }

    static Optional<Path> find(Function<String, @Nullable String> variables, Path home) {
        return Stream.of(
                        OnPath.folders(variables.apply("PATH")),
                        OnPath.folders(variables.apply("GOBIN")),
                        OnPath.folders(variables.apply("GOPATH"))
                                .map(entry -> entry.resolve("bin")),
                        Stream.of(home.resolve("go").resolve("bin")))
                .flatMap(folders -> folders)
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs the server in the foreground. */
    public static List<String> command(Path program, WeaviatePorts ports) {
        return List.of(
                program.toString(),
                "--scheme",
                "http",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(ports.rest()));
    }

    /**
     * The rest of its settings; it takes them only from the environment.
     *
     * @param key has to come with every request, because gRPC listens on all interfaces
     */
    public static Map<String, String> environment(Path data, WeaviatePorts ports, String key) {
        var settings = new HashMap<>(node(ports));
        settings.putAll(access(key));
        settings.putAll(quiet());
        settings.put("PERSISTENCE_DATA_PATH", data.toAbsolutePath().toString());
        settings.put("GRPC_PORT", Integer.toString(ports.grpc()));
        settings.put("DEFAULT_VECTORIZER_MODULE", "none");
        settings.put("API_BASED_MODULES_DISABLED", "true");
        // Otherwise an unknown property silently extends a collection.
        settings.put("AUTOSCHEMA_ENABLED", "false");
        return settings;
    }

    /** Where the server is reached. */
    public static String url(int restPort) {
        return "http://127.0.0.1:" + restPort;
    }

    /** Whether it serves over HTTP and over gRPC, which opens a little later. */
    public static boolean answers(WeaviatePorts ports) {
        return isReady(ports.rest()) && listens(ports.grpc());
    }

    private static Map<String, String> node(WeaviatePorts ports) {
        return Map.of(
                "CLUSTER_HOSTNAME", "berea",
                "CLUSTER_IN_LOCALHOST", "true",
                "CLUSTER_BIND_ADDR", "127.0.0.1",
                "CLUSTER_ADVERTISE_ADDR", "127.0.0.1",
                "CLUSTER_GOSSIP_BIND_PORT", Integer.toString(ports.cluster()),
                "CLUSTER_DATA_BIND_PORT", Integer.toString(ports.cluster() + 1),
                "RAFT_PORT", Integer.toString(ports.cluster() + 2),
                "RAFT_INTERNAL_RPC_PORT", Integer.toString(ports.cluster() + 3),
                "RAFT_BOOTSTRAP_EXPECT", "1",
                // Without it a node that is alone waits seconds for others.
                "RAFT_TIMEOUTS_MULTIPLIER", "1");
    }

    private static Map<String, String> access(String key) {
        return Map.of(
                "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED",
                "false",
                "AUTHENTICATION_APIKEY_ENABLED",
                "true",
                "AUTHENTICATION_APIKEY_ALLOWED_KEYS",
                key,
                "AUTHENTICATION_APIKEY_USERS",
                USER,
                "AUTHORIZATION_ADMINLIST_ENABLED",
                "true",
                "AUTHORIZATION_ADMINLIST_USERS",
                USER);
    }

    private static Map<String, String> quiet() {
        return Map.of(
                "LOG_LEVEL", "warning",
                "DISABLE_TELEMETRY", "true",
                // Its profiler would listen on all interfaces.
                "GO_PROFILING_DISABLE", "true");
    }

    private static boolean isReady(int port) {
        try {
            var address = URI.create(url(port) + "/v1/.well-known/ready").toURL();
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the folder for the data. */
    public static void make(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
    }
}
