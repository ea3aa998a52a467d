package org.berea.worker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.event.CompletionFinished;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Suite.class)
class HistoryApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant MORNING = Instant.parse("2026-03-01T06:00:00.123456789Z");

    private final RunningWorker worker;
    private final Events events;

    HistoryApiTest(RunningWorker worker, Events events) {
        this.worker = worker;
        this.events = events;
    }

    @Test
    void showsTheNewestQuestionFirst() {
        Caller carol = RunningWorker.user("carol");
        List<String> ids = ask("carol", 3);

        JsonNode page = page(carol, "");

        assertThat(idsOf(page)).isEqualTo(ids.reversed());
        assertThat(page.has("next")).isFalse();
        JsonNode item = page.get("items").get(0);
        assertThat(item.get("question").asString()).isEqualTo("What does Romans 8:28 mean?");
        assertThat(item.get("references").get(0).asString()).isEqualTo("ROM.8.28");
        assertThat(item.get("task").asString()).isEqualTo("verse-lookup");
        assertThat(item.get("outcome").asString()).isEqualTo("finished");
    }

    @Test
    void pagesThroughEverythingOnceAlsoWhereTimesAreEqual() {
        Caller dave = RunningWorker.user("dave");
        List<String> asked = new ArrayList<>(ask("dave", 5));
        for (int i = 0; i < 4; i++) {
            CompletionFinished event = Events.finished("dave", MORNING);
            events.publish(event);
            asked.add(event.completionId().value());
        }
        await().atMost(SOON).until(() -> idsOf(page(dave, "")).size() == 9);

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = page(dave, "?limit=2" + next);
            assertThat(idsOf(page)).hasSizeLessThanOrEqualTo(2);
            seen.addAll(idsOf(page));
            next = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void doesNotTryToReadAFormThatIsNone() {
        Caller grace = RunningWorker.user("grace");

        assertThat(worker.get(grace, "/ai/history", "multipart/form-data").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsNobodyTheQuestionsOfOthers() {
        Caller erin = RunningWorker.user("erin");
        ask("erin", 3);
        String cursor = page(erin, "?limit=1").get("next").asString();

        for (Caller other :
                List.of(
                        RunningWorker.user("mallory"),
                        RunningWorker.corpusAdmin(),
                        Caller.service("gateway"))) {
            assertThat(idsOf(page(other, ""))).isEmpty();
            assertThat(idsOf(page(other, "?cursor=" + cursor))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "limit=-1", "limit=99999999999"})
    void refusesALimitThatIsNone(String query) {
        assertRefused(query, "limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=",
                "cursor=abc",
                "cursor=%00",
                "cursor=MTJ8Y21wX3g",
                "cursor=!!",
                "cursor=fHw"
            })
    void refusesACursorThatIsNone(String query) {
        assertRefused(query, "cursor");
    }

    @Test
    void refusesCallersWithoutToken() {
        var response = worker.getWithoutToken("/ai/history");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(RunningWorker.json(response).get("type").asString())
                .isEqualTo("urn:berea:problem:unauthenticated");
    }

    private List<String> ask(String subject, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletionFinished event =
                    Events.finished(subject, MORNING.plus(Duration.ofMinutes(i + 1)));
            events.publish(event);
            ids.add(event.completionId().value());
        }
        await().atMost(SOON)
                .until(() -> idsOf(page(RunningWorker.user(subject), "")).size() == count);
        return ids;
    }

    private JsonNode page(Caller caller, String query) {
        var response = worker.get(caller, "/ai/history" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningWorker.json(response);
    }

    private void assertRefused(String query, String field) {
        var response = worker.get(RunningWorker.user("carol"), "/ai/history?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(RunningWorker.json(response).get("field").asString()).isEqualTo(field);
    }

    private static List<String> idsOf(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
