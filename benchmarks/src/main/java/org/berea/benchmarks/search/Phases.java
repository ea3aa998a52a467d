package org.berea.benchmarks.search;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchRequest;
import org.berea.localstack.commands.GatewayClient;

/** What is measured, one after the other. */
final class Phases {
    private static final int PASSAGES = 10;
    private static final int OK = 200;
    // Enough for a 99th percentile that is no single answer.
    private static final int EMBEDDED = 400;
    // This process has just started too, and its own slowness must not be the service's.
    private static final int EMBEDDED_UNCOUNTED = 400;
    private static final Pattern DURATION = Pattern.compile("dur=([0-9.]+)");
    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final String UNDEGRADED = "\"degraded\":[]";

    private final Suite suite;
    private final String translation;
    private final Questions questions;

    Phases(Suite suite, String translation, Questions questions) {
        this.suite = suite;
        this.translation = translation;
        this.questions = questions;
    }

    /**
     * Embeds texts that no cache can hold, one after the other: as the caller sees it, and what of
     * it the service says that it took.
     */
    List<Measured> embedding() throws InterruptedException {
        embed(new Times(), new Times(), EMBEDDED_UNCOUNTED);
        var times = new Times();
        var inside = new Times();
        Duration before = suite.processes().of(Suite.EMBEDDING);
        long began = System.nanoTime();
        embed(times, inside, EMBEDDED);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration used = suite.processes().of(Suite.EMBEDDING).minus(before);
        return List.of(
                measured("query embedding", times, took, used, Duration.ZERO),
                measured("  in the service", inside, took, used, Duration.ZERO));
    }

    /** By words alone. */
    Measured lexical(Load load) throws InterruptedException {
        var bodies = questions.texts().stream().map(text -> body(text, Optional.empty())).toList();
        return search("lexical", load, bodies, false);
    }

    /** By words and by vectors, which are made beforehand. */
    Measured hybrid(Load load) throws InterruptedException {
        var bodies = new ArrayList<byte[]>();
        for (String text : questions.texts()) {
            bodies.add(body(text, Optional.of(suite.vector(text))));
        }
        return search("hybrid", load, bodies, true);
    }

    private void embed(Times times, Times inside, int count) throws InterruptedException {
        int done = 0;
        while (done < count) {
            for (String text : questions.unheardOf().texts()) {
                if (done++ < count) {
                    byte[] body =
                            GatewayClient.JSON.writeValueAsBytes(EmbeddingRequest.query(text));
                    ask(suite.embeddings(), body, times, false)
                            .flatMap(Phases::serviceTime)
                            .ifPresent(nanos -> inside.answered(nanos, false));
                }
            }
        }
    }

    private Measured search(String name, Load load, List<byte[]> bodies, boolean whole)
            throws InterruptedException {
        var next = new AtomicInteger();
        Load.Asking asking =
                (caller, times) -> {
                    byte[] body = bodies.get(Math.floorMod(next.getAndIncrement(), bodies.size()));
                    String instance = suite.search().get(caller % suite.search().size());
                    ask(instance + "/internal/search", body, times, whole);
                };
        load.warmUp(asking);
        Duration serviceBefore = suite.processes().of(Suite.SEARCH);
        Duration engineBefore = suite.processes().of(Suite.WEAVIATE);
        long began = System.nanoTime();
        Times times = load.run(asking);
        return measured(
                name,
                times,
                Duration.ofNanos(System.nanoTime() - began),
                suite.processes().of(Suite.SEARCH).minus(serviceBefore),
                suite.processes().of(Suite.WEAVIATE).minus(engineBefore));
    }

    private static Optional<Long> serviceTime(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Server-Timing")
                .map(DURATION::matcher)
                .filter(Matcher::find)
                .map(found -> (long) (Double.parseDouble(found.group(1)) * NANOS_A_MILLISECOND));
    }

    /** The answer, when it was a good one. */
    private Optional<HttpResponse<String>> ask(
            String address, byte[] body, Times times, boolean whole) throws InterruptedException {
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = suite.client().send(suite.client().post(address, body));
            long took = System.nanoTime() - began;
            if (response.statusCode() == OK) {
                times.answered(took, whole && !response.body().contains(UNDEGRADED));
                return Optional.of(response);
            }
            times.failed("status " + response.statusCode());
        } catch (IOException e) {
            times.failed(e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private byte[] body(String text, Optional<QueryVector> vector) {
        return GatewayClient.JSON.writeValueAsBytes(
                SearchRequest.of(text, vector.orElse(null), translation, PASSAGES));
    }

    private static Measured measured(
            String name, Times times, Duration took, Duration service, Duration engine) {
        return new Measured(
                name, times.answers(), times.failures(), times.degraded(), took, service, engine);
    }
}
