package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.berea.simulator.journal.JournalEntry;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static SimulatorServer server;

    @BeforeAll
    static void start() {
        server = SimulatorServer.start(0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headersMs=9000",
                "firstTokenMs=9000",
                "pace=40",
                "fault=stall after=3 pace=1000",
                "fault=endless gapMs=0",
            })
    void noticesTheClientsGoingWithinAHundredMilliseconds(String behaviour) throws Exception {
        for (String stream : List.of(",\"stream\":true", "")) {
            assertThat(delay(behaviour, stream)).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void stopsProducingWhenTheClientGoes() throws Exception {
        delay("pace=100 firstTokenMs=0", ",\"stream\":true");
        JournalEntry atOnce = server.journal().getLast();
        Thread.sleep(200);

        assertThat(server.journal().getLast().producedTokens())
                .isEqualTo(atOnce.producedTokens())
                .isPositive();
    }

    @Test
    void noticesAHundredClientsThatGoTogether() throws Exception {
        server.reset();
        List<RawCall> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(call("pace=20", i % 2 == 0 ? ",\"stream\":true" : ""));
        }
        awaitEntries(100);
        for (RawCall call : calls) {
            call.close();
        }
        Instant gone = Instant.now();

        assertThat(server.journal()).hasSize(100);
        for (JournalEntry entry : server.journal()) {
            JournalEntry end = ended(server, entry.number());
            assertThat(end.outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(end.cancelledAt()).isBefore(gone.plusSeconds(1));
        }
    }

    /** From the closing of the client's socket to the entry's cancelledAt. */
    private static Duration delay(String behaviour, String stream) throws Exception {
        Instant closed;
        server.reset();
        try (var _ = call(behaviour, stream)) {
            awaitEntries(1);
            Thread.sleep(100);
            assertThat(server.journal().getLast().outcome()).isEqualTo(Outcome.RUNNING);
            closed = Instant.now();
        }
        JournalEntry entry = ended(server, server.journal().getLast().number());
        assertThat(entry.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(entry.cancelledAt()).isEqualTo(entry.finishedAt());
        return Duration.between(closed, entry.cancelledAt());
    }

    private static void awaitEntries(int count) throws InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (server.journal().size() < count && Instant.now().isBefore(deadline)) {
            Thread.sleep(2);
        }
        assertThat(server.journal()).hasSize(count);
    }

    private static RawCall call(String behaviour, String more) throws IOException {
        return new RawCall(
                server.baseUrl(), Client.body("Hello [[simulate: " + behaviour + "]]", more));
    }

    /** The entry once its call has ended, at the latest after the limit. */
    static JournalEntry ended(SimulatorServer server, long number) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            JournalEntry entry =
                    server.journal().stream()
                            .filter(candidate -> candidate.number() == number)
                            .findFirst()
                            .orElseThrow();
            if (entry.outcome() != Outcome.RUNNING || Instant.now().isAfter(deadline)) {
                return entry;
            }
            Thread.onSpinWait();
        }
    }
}
