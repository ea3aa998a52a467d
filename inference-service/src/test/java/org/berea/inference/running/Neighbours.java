package org.berea.inference.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.inference.Passages;
import tools.jackson.databind.json.JsonMapper;

/** Moderation, embedding and search as small servers that answer, fail, hang and count. */
public final class Neighbours implements AutoCloseable {
    /** What a text must hold for moderation to flag it. */
    public static final String UNSAFE = "something unsafe";

    /** As many as may come at once. */
    private static final int BACKLOG = 1_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Mode> modes = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile List<Passage> passages = Passages.BOTH;

    /** How a path is answered. */
    public enum Mode {
        ANSWER,
        FAIL,
        EMPTY,
        HANG
    }

    /** A request that came in. */
    public record Seen(String path, String caller, String body) {}

    private Neighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static Neighbours start() {
        return new Neighbours();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on requests of the path are answered like this. */
    public void set(String path, Mode mode) {
        modes.put(path, mode);
    }

    public void finds(Passage... found) {
        passages = List.of(found);
    }

    /** Everything answers again, and nothing was seen. */
    public void reset() {
        modes.clear();
        seen.clear();
        passages = Passages.BOTH;
    }

    public List<Seen> seen(String path) {
        return seen.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String caller = exchange.getRequestHeaders().getFirst("X-Berea-Caller");
            seen.add(new Seen(path, String.valueOf(caller), body));
            switch (modes.getOrDefault(path, Mode.ANSWER)) {
                case ANSWER -> send(exchange, 200, MAPPER.writeValueAsBytes(answer(path, body)));
                case FAIL -> send(exchange, 500, new byte[0]);
                case EMPTY -> send(exchange, 200, new byte[0]);
                case HANG -> hang();
            }
        }
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Object answer(String path, String body) {
        return switch (path) {
            case "/ai/moderations" -> verdicts(MAPPER.readValue(body, ModerationRequest.class));
            case "/ai/embeddings" ->
                    EmbeddingResponse.of(
                            List.of(EmbeddingResponse.Item.of(0, new float[] {0.6f, 0.8f})),
                            "test",
                            "1",
                            2,
                            3);
            case "/internal/search" -> found(MAPPER.readValue(body, SearchRequest.class));
            case "/ai/translations" ->
                    new Translations(
                            List.of(new Translation("BST", "Sample", "en", "free to use", 384)));
            default -> throw new IllegalArgumentException(path);
        };
    }

    private SearchResponse found(SearchRequest request) {
        List<Degradation> degraded =
                request.query().contains("not embedded yet")
                        ? List.of(Degradation.NO_VECTORS)
                        : List.of();
        return new SearchResponse(passages, degraded);
    }

    private static ModerationResponse verdicts(ModerationRequest request) {
        return new ModerationResponse(
                request.input().stream().map(item -> verdict(item.text())).toList());
    }

    private static ModerationResponse.Result verdict(String text) {
        return text.contains(UNSAFE)
                ? new ModerationResponse.Result(true, "harm", 0.9, List.of(), "asks for harm")
                : ModerationResponse.Result.clean(0);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
