package org.berea.embedding.bulk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorGaps;
import org.berea.embedding.RunningService;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands where search would: keeps what it is sent, fails as often as it is told, and asks for what
 * it was told to lack.
 */
final class SearchNeighbour implements AutoCloseable {
    private final JsonMapper json = new JsonMapper();
    private final CallerTokens tokens = RunningService.tokens();
    private final List<VectorBatch> kept = new CopyOnWriteArrayList<>();
    private final List<NoteVectors> notes = new CopyOnWriteArrayList<>();
    private final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final List<String> askedFor = new CopyOnWriteArrayList<>();
    private final Map<String, PassageImported> lackedChapters = new LinkedHashMap<>();
    private final Map<String, StudyEvent> lackedNotes = new LinkedHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile int status = 204;
    private volatile boolean hangs;
    private volatile boolean tellsGaps = true;

    private SearchNeighbour(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/internal/vectors", this::takeVectors);
        server.createContext("/internal/notes/vectors", this::takeNote);
        server.createContext("/internal/vectors/gaps", this::tellGaps);
        server.start();
    }

    /**
     * @param port 0 for a free one
     */
    static SearchNeighbour start(int port) throws IOException {
        return new SearchNeighbour(port);
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    /** Takes requests and never answers. */
    void hang() {
        hangs = true;
    }

    /** As an older search, which has no such path. */
    void knowNothingOfGaps() {
        tellsGaps = false;
    }

    /** From now on it has the text of these, but no vectors, until it gets them. */
    synchronized void lack(PassageImported... chapters) {
        for (var chapter : chapters) {
            lackedChapters.put(chapter.importId() + chapter.sequence(), chapter);
        }
    }

    synchronized void lack(StudyEvent note) {
        lackedNotes.put(note.key(), note);
    }

    synchronized boolean lacksNothing() {
        return lackedChapters.isEmpty() && lackedNotes.isEmpty();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<VectorBatch> kept() {
        return List.copyOf(kept);
    }

    List<NoteVectors> notes() {
        return List.copyOf(notes);
    }

    List<Caller> callers() {
        return List.copyOf(callers);
    }

    /** The queries with which gaps were asked for. */
    List<String> askedFor() {
        return List.copyOf(askedFor);
    }

    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void takeVectors(HttpExchange exchange) throws IOException {
        take(
                exchange,
                body -> {
                    var batch = json.readValue(body, VectorBatch.class);
                    kept.add(batch);
                    lackedChapters.remove(batch.importId() + batch.sequence());
                });
    }

    private void takeNote(HttpExchange exchange) throws IOException {
        take(
                exchange,
                body -> {
                    var note = json.readValue(body, NoteVectors.class);
                    notes.add(note);
                    lackedNotes.remove(note.owner() + ":" + note.noteId());
                });
    }

    private void take(HttpExchange exchange, java.util.function.Consumer<byte[]> store)
            throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            tokens.verify(exchange.getRequestHeaders().getFirst(CallerTokens.HEADER))
                    .ifPresent(callers::add);
            waitIfToldTo();
            if (status == 204) {
                synchronized (this) {
                    store.accept(body);
                }
            } else {
                refused.incrementAndGet();
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void tellGaps(HttpExchange exchange) throws IOException {
        try (exchange) {
            askedFor.add(exchange.getRequestURI().getQuery());
            waitIfToldTo();
            if (!tellsGaps) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = json.writeValueAsString(gaps()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized VectorGaps gaps() {
        return new VectorGaps(
                lackedChapters.values().stream().limit(5).toList(),
                new ArrayList<>(lackedNotes.values()));
    }

    private void waitIfToldTo() {
        try {
            while (hangs) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
