package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The page's files with a server behind them that does whatever a test says: what no gateway lets
 * through, and what would take a suite too long.
 */
final class PageServer implements AutoCloseable {
    /** The gateway's, without the address for reports: the page itself is asked for breaches. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self' %s; base-uri 'none'; form-action 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript",
                    "css", "text/css",
                    "svg", "image/svg+xml");

    static {
        // Else every word waits for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Answerer asked = stream -> stream.done();
    private volatile @Nullable Answerer resumed;
    private volatile String passages = "";
    private volatile String issuerOrigin = "";
    private volatile String settings = "{\"contact\":\"\"}";

    /** What a question is answered with. */
    interface Answerer {
        void answer(Events events) throws IOException, InterruptedException;
    }

    /** A stream of events to the page. */
    record Events(OutputStream out, AtomicInteger id) {
        void send(@Nullable String name, String data) throws IOException {
            String event = name == null ? "" : "event: " + name + "\n";
            raw(event + "id: " + id.getAndIncrement() + "\ndata: " + data + "\n\n");
        }

        void raw(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }

        void begin(String passages) throws IOException {
            send(
                    "start",
                    "{\"id\":\"cmp_0123456789abcdef0123456789abcdef\",\"task\":\"definition\"}");
            send("sources", "{\"passages\":" + passages + ",\"degraded\":[]}");
        }

        void token(String text) throws IOException {
            send(null, Client.JSON.writeValueAsString(Map.of("token", text)));
        }

        void done() throws IOException {
            send(null, "[DONE]");
        }
    }

    PageServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** An address with a token that lasts; nobody here verifies it. */
    String signedIn() {
        String claims = "{\"sub\":\"alice\",\"exp\":4102444800}";
        String body =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        return address() + "/#token=e30." + body + ".e30";
    }

    /** Lets people sign in there. */
    PageServer signingInWith(Issuer issuer) {
        issuerOrigin = issuer.origin();
        settings =
                "{\"signIn\":{\"issuer\":\"%s\",\"clientId\":\"berea-web\",\"scope\":\"openid\"}}"
                        .formatted(issuer.address());
        return this;
    }

    PageServer answering(Answerer answerer) {
        asked = answerer;
        return this;
    }

    /** What {@code GET /ai/completions/{id}} goes on with; 404 until this is called. */
    PageServer resuming(Answerer answerer) {
        resumed = answerer;
        return this;
    }

    /** What any passage that is asked for is answered with; 404 until this is called. */
    PageServer showing(String json) {
        passages = json;
        return this;
    }

    /** Method and path of everything the page asked for below {@code /ai}, and ids it named. */
    List<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", POLICY.formatted(issuerOrigin));
        try (exchange) {
            if (path.startsWith("/ai/")) {
                String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                seen.add(
                        exchange.getRequestMethod()
                                + " "
                                + path
                                + (last == null ? "" : " " + last));
                api(exchange, path);
            } else if (path.equals("/web/settings.json")) {
                send(exchange, 200, "application/json", settings.getBytes(UTF_8));
            } else {
                file(exchange, path.equals("/") ? "/web/index.html" : path);
            }
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /ai/quota" -> json(exchange, 404, "{}");
            case "GET /ai/translations" ->
                    json(
                            exchange,
                            200,
                            "{\"translations\":[{\"code\":\"BST\",\"name\":\"Sample\",\"licence\":\"free\"}]}");
            case "POST /ai/completions" -> stream(exchange, asked, 0);
            default -> {
                Answerer further = resumed;
                if (path.startsWith("/ai/passages/") && !passages.isEmpty()) {
                    json(exchange, 200, passages);
                } else if (exchange.getRequestMethod().equals("GET") && further != null) {
                    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                    stream(exchange, further, Integer.parseInt(last) + 1);
                } else {
                    json(exchange, 404, "{\"type\":\"urn:berea:problem:not-found\"}");
                }
            }
        }
    }

    private static void stream(HttpExchange exchange, Answerer answerer, int firstId)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try {
            var id = new AtomicInteger(firstId);
            answerer.answer(new Events(exchange.getResponseBody(), id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        try (InputStream file =
                PageServer.class.getResourceAsStream("/META-INF/resources" + path)) {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            if (file == null || !TYPES.containsKey(ending)) {
                json(exchange, 404, "{}");
            } else {
                send(exchange, 200, TYPES.get(ending), file.readAllBytes());
            }
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, @Nullable String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
