package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.journal.JournalEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlTest {
    private static SimulatorServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = SimulatorServer.start(0, "simulator.pace=5000", "simulator.first-token-ms=0");
        client = new Client(server.baseUrl());
    }

    @AfterEach
    void reset() {
        server.reset();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsTheDefaultUntilItIsTakenBack() {
        assertThat(put("{\"text\":\"Always this.\"}")).isEqualTo(204);

        assertThat(answer("Hello")).isEqualTo("Always this.");
        assertThat(answer("Hello")).isEqualTo("Always this.");
        assertThat(client.send("DELETE", "/control", "").statusCode()).isEqualTo(204);
        assertThat(answer("Hello")).isNotEqualTo("Always this.");
    }

    @Test
    void changesTheNextRequestsInTheirOrder() {
        client.send("POST", "/control/next?count=2", "{\"text\":\"First.\"}");
        client.send("POST", "/control/next", "{\"text\":\"Then.\"}");

        assertThat(client.get("/control").get("next")).hasSize(3);
        assertThat(List.of(answer("a"), answer("b"), answer("c")))
                .containsExactly("First.", "First.", "Then.");
        assertThat(answer("d")).contains("general answer");
    }

    @Test
    void layersDirectiveOverHeaderOverNextOverDefault() {
        server.byDefault(Behaviour.of("text=default after=1 sentence=1 pace=9000"));
        server.next(1, Behaviour.of("text=next after=2 sentence=2"));
        client.chat(
                Client.body("Hello [[simulate: text=directive]]", ""),
                "X-Simulator-Behaviour",
                "{\"text\":\"header\",\"after\":3,\"gapMs\":0}");

        Behaviour applied = server.journal().getLast().behaviour();
        assertThat(applied)
                .isEqualTo(
                        Behaviour.of("text=directive after=3 sentence=2 gapMs=0 firstTokenMs=0"));
    }

    @Test
    void findsTheDirectiveInAnyUserMessageAndNowhereElse() {
        String directive = "[[simulate: text=steered]]";
        assertThat(answer(List.of("user", directive, "user", "And this?"))).isEqualTo("steered");
        assertThat(answer(List.of("system", directive, "user", "And this?")))
                .contains("general answer");
        assertThat(answer(List.of("assistant", directive, "user", "And this?")))
                .contains("general answer");
    }

    @Test
    void behavesWellInACorrectionUnlessTheFaultHoldsAlways() {
        List<String> corrected =
                List.of(
                        "system", Client.VERSES,
                        "user", "Hm? [[simulate: fault=invented-citation%s]]",
                        "assistant", "A good sentence.",
                        "user", "The next sentence was withheld: Romans 8:99 does not exist.");

        assertThat(answer(withMode(corrected, ""))).doesNotContain("(Romans 8:99)");
        assertThat(server.journal().getLast().correction()).isTrue();
        assertThat(answer(withMode(corrected, " always"))).contains("(Romans 8:99)");
    }

    @Test
    void recognisesACorrectionOfABehaviourThatCameWithoutDirective() {
        server.byDefault(Behaviour.of("fault=server-error"));
        List<String> asked = List.of("system", Client.VERSES, "user", "What is love?");
        List<String> corrected =
                List.of(
                        "system", Client.VERSES,
                        "user", "What is love?",
                        "user", "Your answer did not fit the schema.");

        assertThat(client.chat(Client.body(asked, "")).statusCode()).isEqualTo(500);
        assertThat(client.chat(Client.body(corrected, "")).statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheFaultToOneModelOnly() {
        String body = Client.body("Hm? [[simulate: fault=server-error model=sim-large]]", "");
        assertThat(client.chat(body).statusCode()).isEqualTo(200);
        assertThat(client.chat(body.replace("sim-small", "sim-large")).statusCode()).isEqualTo(500);

        server.next(1, Behaviour.of("fault=server-error model=sim-large"));
        String plain = Client.body("Hm?", "");
        assertThat(client.chat(plain).statusCode()).isEqualTo(200);
        assertThat(client.chat(plain.replace("sim-small", "sim-large")).statusCode())
                .isEqualTo(500);
    }

    @Test
    void takesBackAFaultOfTheDefault() {
        server.byDefault(Behaviour.of("fault=server-error"));

        assertThat(answer("Hm? [[simulate: fault=none]]")).contains("general answer");
    }

    @Test
    void refusesWhatItDoesNotUnderstandNamingTheField() {
        assertThat(refused("{\"falt\":\"cut\"}")).isEqualTo("falt");
        assertThat(refused("{\"fault\":\"explode\"}")).isEqualTo("fault");
        assertThat(refused("{\"after\":\"20\"}")).isEqualTo("after");
        assertThat(refused("{\"after\":-1}")).isEqualTo("after");
        assertThat(refused("{\"after\":1.5}")).isEqualTo("after");
        assertThat(refused("{\"status\":200}")).isEqualTo("status");
        assertThat(refused("{\"pace\":0}")).isEqualTo("pace");
        assertThat(refused("{\"pace\":5,\"gapMs\":5}")).isEqualTo("gapMs");
        assertThat(refused("{\"text\":\" \"}")).isEqualTo("text");
        assertThat(refused("null")).isEqualTo("behaviour");
        assertThat(refused("{\"after\":1} {}")).isEqualTo("behaviour");
        assertThat(refused("{\"after\":1,\"after\":2}")).isEqualTo("behaviour");
        assertThat(client.send("POST", "/control/next?count=0", "{}").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/control/next?count=x", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAMistakenDirectiveOrHeader() {
        var unknown = client.chat(Client.body("[[simulate: falt=cut]]", ""));
        var unreadable = client.chat(Client.body("[[simulate: fault = cut]]", ""));
        var twice = client.chat(Client.body("[[simulate: after=1 after=2]]", ""));
        var header = client.chat(Client.body("Hm?", ""), "X-Simulator-Behaviour", "fault=cut");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"param\":\"falt\"");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("\"param\":\"after\"");
        assertThat(header.statusCode()).isEqualTo(400);
        assertThat(server.journal()).isEmpty();
    }

    @Test
    void readsQuotedTextInADirective() {
        assertThat(answer("[[simulate: text=\"He said \\\"no\\\" twice.\"]]"))
                .isEqualTo("He said \"no\" twice.");
    }

    @Test
    void keepsAJournalOfWhatWasAskedAndProduced() {
        answer("Hello [[simulate: text=\"Good day.\"]]");
        JournalEntry entry = server.journal().getLast();
        JsonNode told = client.get("/journal/" + entry.number());

        assertThat(told.get("model").asString()).isEqualTo("sim-small");
        assertThat(told.at("/messages/0/content").asString()).startsWith("Hello [[simulate");
        assertThat(told.get("producedText").asString()).isEqualTo("Good day.");
        assertThat(told.get("producedTokens").asInt()).isEqualTo(3);
        assertThat(told.get("outcome").asString()).isEqualTo("finished");
        assertThat(told.has("cancelledAt")).isFalse();
        assertThat(told.at("/usage/completion_tokens").asInt()).isEqualTo(3);
        assertThat(client.get("/journal").get(0)).isEqualTo(told);
        assertThat(client.send("DELETE", "/journal", "").statusCode()).isEqualTo(204);
        assertThat(client.send("GET", "/journal/" + entry.number(), "").statusCode())
                .isEqualTo(404);
    }

    private static List<String> withMode(List<String> messages, String mode) {
        return messages.stream().map(text -> text.replace("%s", mode)).toList();
    }

    private static String answer(String question) {
        return answer(List.of("user", question));
    }

    private static String answer(List<String> messages) {
        return Client.answer(client.chat(Client.body(messages, "")));
    }

    private static int put(String json) {
        return client.send("PUT", "/control/default", json).statusCode();
    }

    private static String refused(String json) {
        var response = client.send("PUT", "/control/default", json);
        assertThat(response.statusCode()).isEqualTo(400);
        return Client.JSON.readTree(response.body()).at("/error/param").asString();
    }
}
