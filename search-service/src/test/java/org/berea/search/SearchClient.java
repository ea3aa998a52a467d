package org.berea.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorGaps;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running service as other services do. */
final class SearchClient implements AutoCloseable {
    private static final byte[] KEY =
            "a key for tests, 32 bytes long..".getBytes(StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Caller USER =
            new Caller("alice", Tier.FREE, "other", Set.of(), true, false);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final CallerTokens tokens = new CallerTokens(KEY, "test", Clock.systemUTC());
    private final int port;
    private final int managementPort;

    SearchClient(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    static String key() {
        return Base64.getEncoder().encodeToString(KEY);
    }

    SearchResponse search(SearchRequest request) throws IOException, InterruptedException {
        var answer = post(mapper.writeValueAsString(request));
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return mapper.readValue(answer.body(), SearchResponse.class);
    }

    int status(SearchRequest request) throws IOException, InterruptedException {
        return post(mapper.writeValueAsString(request)).statusCode();
    }

    /** What has no vectors of the model, as services are told. */
    VectorGaps gaps(String model) throws IOException, InterruptedException {
        var answer = get("/internal/vectors/gaps?model=" + model, Caller.service("embedding"));
        return mapper.readValue(answer.body(), VectorGaps.class);
    }

    /** What a user reads at an address. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, USER);
    }

    HttpResponse<String> get(String path, Caller caller) throws IOException, InterruptedException {
        return send(request(path, caller));
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(body, USER);
    }

    HttpResponse<String> post(String body, Caller caller) throws IOException, InterruptedException {
        return post("/internal/search", body, caller);
    }

    HttpResponse<String> post(String path, String body, Caller caller)
            throws IOException, InterruptedException {
        return send(
                request(path, caller)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postUnsigned(String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(port, "/internal/search"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Which translations can be searched. */
    List<String> translations() throws IOException, InterruptedException {
        var answer = get("/ai/translations");
        return mapper.readValue(answer.body(), Translations.class).translations().stream()
                .map(Translation::code)
                .toList();
    }

    int put(VectorBatch batch) throws IOException, InterruptedException {
        return put(mapper.writeValueAsString(batch), Caller.service("embedding")).statusCode();
    }

    HttpResponse<String> putAsUser(VectorBatch batch) throws IOException, InterruptedException {
        return put(mapper.writeValueAsString(batch), USER);
    }

    HttpResponse<String> put(String body, Caller caller) throws IOException, InterruptedException {
        return put("/internal/vectors", body, caller);
    }

    HttpResponse<String> put(String path, String body, Caller caller)
            throws IOException, InterruptedException {
        return send(
                request(path, caller)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    boolean isReady() throws InterruptedException {
        return management("/actuator/health/readiness").isPresent();
    }

    boolean isAlive() throws InterruptedException {
        return management("/actuator/health/liveness").isPresent();
    }

    /** A metric's value summed over the lines that contain all the texts. */
    double metric(String name, String... tags) throws InterruptedException {
        return management("/actuator/prometheus").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(tags).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        http.close();
    }

    /** Empty when the service is not there or says that it is not well. */
    private Optional<String> management(String path) throws InterruptedException {
        try {
            var answer = send(HttpRequest.newBuilder(uri(managementPort, path)));
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path, Caller caller) {
        return HttpRequest.newBuilder(uri(port, path))
                .header(CallerTokens.HEADER, tokens.mint(caller));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
