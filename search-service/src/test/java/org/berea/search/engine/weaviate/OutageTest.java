package org.berea.search.engine.weaviate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateServer;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.weaviate.Questions.Answer;
import org.berea.search.weaviate.WeaviateForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server goes and comes back while it is asked. */
@Timeout(180)
class OutageTest {
    /** What the issue asks for: whole again within this after the server's return. */
    private static final Duration HEALED = Duration.ofSeconds(5);

    /** The limit of a call, and room for a machine that is busy with other tests. */
    private static final Duration LONGEST = Duration.ofMillis(1_500 + 1_000);

    private static final Duration OUTAGE = Duration.ofSeconds(4);
    private static final int VERSES = 25;

    @TempDir Path data;

    @Test
    void healsAfterTheServerWasStopped() throws Exception {
        WeaviatePorts ports = WeaviatePorts.free();
        var server = WeaviateForTests.start(data, ports);
        try (var engine = filled(server);
                var questions = new Questions(engine)) {
            Engines.await("asked before", () -> questions.count(Answer.FOUND) > 20);
            server.close();
            Thread.sleep(OUTAGE);
            server = WeaviateForTests.start(data, ports);
            report("stopped", questions, System.nanoTime());
        } finally {
            server.close();
        }
    }

    @Test
    void healsAfterTheServerWasKilled() throws Exception {
        WeaviatePorts ports = WeaviatePorts.free();
        var server = WeaviateForTests.start(data, ports);
        try (var engine = filled(server);
                var questions = new Questions(engine)) {
            Engines.await("asked before", () -> questions.count(Answer.FOUND) > 20);
            server.process().destroyForcibly();
            server.process().onExit().join();
            server.close();
            server = WeaviateForTests.start(data, ports);
            report("killed", questions, System.nanoTime());
        } finally {
            server.close();
        }
    }

    @Test
    void healsAfterTheServerWasPaused() throws Exception {
        try (var server = WeaviateForTests.start(data, WeaviatePorts.free());
                var engine = filled(server);
                var questions = new Questions(engine)) {
            Engines.await("asked before", () -> questions.count(Answer.FOUND) > 20);
            signal("STOP", server);
            try {
                Thread.sleep(OUTAGE.plusSeconds(4));
            } finally {
                signal("CONT", server);
            }
            report("paused", questions, System.nanoTime());
        }
    }

    @Test
    void findsAServerThatComesLater() {
        WeaviatePorts ports = WeaviatePorts.free();
        WeaviateForTests.requireProgram();
        try (var engine = Engines.open(Engines.settings(ports));
                var questions = new Questions(engine)) {
            Engines.await("asked in vain", () -> questions.count(Answer.AWAY) > 20);
            try (var server = WeaviateForTests.start(data, ports)) {
                Engines.await("reached", () -> Engines.isReached(engine));
                assertThat(engine.manifest()).isEqualTo(Manifest.EMPTY);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(String what, Questions questions, long returned) {
        Duration healed = questions.firstFoundAfter(returned);
        System.out.printf(
                "Weaviate %s: %s; answers again %d ms after its return%n",
                what, questions, healed.toMillis());
        assertThat(healed).isLessThan(HEALED);
        assertThat(questions.longest()).isLessThan(LONGEST);
        assertThat(questions.count(Answer.AWAY)).isPositive();
        assertThat(questions.count(Answer.WRONG)).isZero();
    }

    private Engine filled(WeaviateServer server) {
        var engine = Engines.reached(WeaviateForTests.ofOwn(server, "Outage", "search"));
        List<VerseRef> verses =
                IntStream.rangeClosed(1, VERSES)
                        .mapToObj(each -> new VerseRef(Book.GENESIS, 1, each))
                        .toList();
        engine.commit(
                new Changes(
                        verses.stream().map(OutageTest::text).toList(),
                        verses.stream().map(OutageTest::vector).toList(),
                        List.of(),
                        Set.of(),
                        Manifest.EMPTY.with(Map.of(0, 1L))));
        return engine;
    }

    private static VerseText text(VerseRef verse) {
        return new VerseText(Questions.EDITION, 0, verse.toRange(), "Let there be light", "light");
    }

    private static VerseVector vector(VerseRef verse) {
        return new VerseVector(
                Questions.EDITION, Questions.MODEL, verse, Vectors.axis(verse.verse()));
    }

    private static void signal(String name, WeaviateServer server) throws Exception {
        String pid = Long.toString(server.process().pid());
        new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    }
}
