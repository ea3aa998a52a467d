package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.berea.simulator.journal.JournalEntry;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void acceptsOnlyTheConfiguredKey() {
        try (var server = SimulatorServer.start(0, "simulator.api-key=sk-right")) {
            var client = new Client(server.baseUrl());
            String body = Client.body("Hm? [[simulate: gapMs=0]]", "");
            var missing = client.chat(body);
            var wrong = client.chat(body, "Authorization", "Bearer sk-wrong");
            var right = client.chat(body, "Authorization", "Bearer sk-right");

            assertThat(missing.statusCode()).isEqualTo(401);
            assertThat(missing.body()).startsWith("{\"error\":{\"message\":\"You didn't provide");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("\"code\":\"invalid_api_key\"");
            assertThat(right.statusCode()).isEqualTo(200);
            assertThat(client.send("GET", "/v1/models", "").statusCode()).isEqualTo(401);
            assertThat(client.send("POST", "/v1/embeddings", "{}").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void forgetsTheOldestEntryWhenTheJournalIsFull() {
        try (var server = SimulatorServer.start(0, "simulator.journal-size=2")) {
            var client = new Client(server.baseUrl());
            for (int i = 0; i < 3; i++) {
                client.chat(Client.body("Hm? [[simulate: text=short gapMs=0]]", ""));
            }

            assertThat(server.journal())
                    .extracting(JournalEntry::number)
                    .isEqualTo(List.of(2L, 3L));
        }
    }

    @Test
    void refusesSettingsItDoesNotUnderstand() {
        assertThatThrownBy(() -> SimulatorServer.start(0, "simulator.pase=5"))
                .rootCause()
                .hasMessageContaining("simulator.pase");
        assertThatThrownBy(() -> SimulatorServer.start(0, "simulator.pace=0"))
                .rootCause()
                .hasMessageContaining("pace: '0.0' (expected: 0.01 to 100000)");
    }

    @Test
    void startsTwiceInOneJvmAndClosesWithoutHarmToTheOther() {
        try (var lasting = SimulatorServer.start(0)) {
            var client = new Client(lasting.baseUrl());
            try (var brief = SimulatorServer.start(0)) {
                assertThat(brief.baseUrl()).isNotEqualTo(lasting.baseUrl());
            }
            assertThat(client.get("/health").toString()).isEqualTo("{\"status\":\"up\"}");
        }
    }
}
