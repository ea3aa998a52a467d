package org.berea.worker.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Suite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(Suite.class)
class ReviewsApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Later than what other tests ask, so that these stand first. */
    private static final Instant LATE = Instant.parse("2031-01-01T00:00:00.123456Z");

    private final RunningWorker worker;
    private final Events events;

    ReviewsApiTest(RunningWorker worker, Events events) {
        this.worker = worker;
        this.events = events;
    }

    @Test
    void listsWhatWasRejectedOrFlaggedNewestFirstAndWithoutTexts() {
        String rejected = publish(1, Outcome.REJECTED, "violence");
        String unverifiable = publish(2, Outcome.FAILED, "unverifiable");
        String interrupted = publish(3, Outcome.FAILED, "interrupted");
        String repaired = publish(4, Outcome.FINISHED, null, Notice.Code.REPAIRED);
        String smaller = publish(5, Outcome.FINISHED, null, Notice.Code.SMALLER_MODEL);
        String shortened = publish(6, Outcome.FINISHED, null, Notice.Code.SHORTENED);
        await().atMost(SOON)
                .until(() -> ids(page("?limit=100")).containsAll(List.of(rejected, shortened)));

        List<String> mine = new ArrayList<>(ids(page("?limit=100")));
        mine.retainAll(List.of(rejected, unverifiable, interrupted, repaired, smaller, shortened));
        assertThat(mine).containsExactly(shortened, repaired, unverifiable, rejected);
        assertThat(ids(page("?kind=rejected&limit=100")))
                .contains(rejected)
                .doesNotContain(repaired);
        assertThat(ids(page("?kind=flagged&limit=100")))
                .contains(repaired)
                .doesNotContain(rejected);

        JsonNode item = item(unverifiable);
        assertThat(item.get("kind").asString()).isEqualTo("flagged");
        assertThat(item.get("reason").asString()).isEqualTo("unverifiable");
        assertThat(item.get("subject").asString()).isEqualTo("reviewed");
        assertThat(item.toString()).doesNotContain("What does", "All things");
    }

    @Test
    void pagesThroughAllOfThemOnce() {
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            published.add(publish(10, Outcome.REJECTED, "violence"));
        }
        await().atMost(SOON).until(() -> ids(page("?limit=100")).containsAll(published));

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = page("?limit=2" + next);
            seen.addAll(ids(page));
            next = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!next.isEmpty() && seen.size() < 1_000);

        assertThat(seen).doesNotHaveDuplicates().containsAll(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=other", "kind=", "limit=0", "cursor=abc"})
    void refusesWhatItDoesNotUnderstand(String query) {
        var answer = worker.get(RunningWorker.quotaAdmin(), "/admin/reviews?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningWorker.json(answer).get("field").asString())
                .isEqualTo(query.split("=", 2)[0]);
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(worker.get(RunningWorker.user("mallory"), "/admin/reviews").statusCode())
                .isEqualTo(403);
        assertThat(worker.get(RunningWorker.corpusAdmin(), "/admin/reviews").statusCode())
                .isEqualTo(403);
    }

    private String publish(
            int minute, Outcome outcome, @Nullable String reason, Notice.Code... notices) {
        CompletionFinished event =
                Events.event(
                        "reviewed",
                        LATE.plus(Duration.ofMinutes(minute)),
                        outcome,
                        "All things work together.");
        ObjectNode json = JsonMapper.shared().valueToTree(event);
        json.put("reason", reason);
        var list = json.putArray("notices");
        for (Notice.Code code : notices) {
            list.addPOJO(new Notice(code, "told"));
        }
        String id = event.completionId().value();
        events.publish(id, Events.json(json));
        return id;
    }

    private JsonNode page(String query) {
        var answer = worker.get(RunningWorker.quotaAdmin(), "/admin/reviews" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningWorker.json(answer);
    }

    private JsonNode item(String id) {
        return page("?limit=100")
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
