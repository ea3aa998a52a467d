package org.berea.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More texts than the encoder can take, over HTTP and with the real model. */
class OverloadTest {
    private static final int REQUESTS = 60;

    @Test
    void refusesWithOverloadedWhatTheQueueHasNoRoomFor() throws Exception {
        try (var service =
                RunningService.start(
                        Map.of("berea.embedding.threads", "1", "berea.embedding.queue", "2"))) {
            var answers = send(service).stream().map(OverloadTest::get).toList();
            var refused = answers.stream().filter(it -> it.statusCode() == 503).toList();

            assertThat(answers).filteredOn(it -> it.statusCode() == 200).isNotEmpty();
            assertThat(refused).isNotEmpty();
            assertThat(refused.getFirst().body()).contains("overloaded", "\"retryable\":true");
            assertThat(refused.getFirst().headers().firstValue("Retry-After")).isPresent();
            assertThat(service.metric("berea_embedding_refused_total")).isEqualTo(refused.size());
        }
    }

    @Test
    void forgetsTheTextsOfClientsThatLeft() throws Exception {
        try (var service = RunningService.start(Map.of("berea.embedding.threads", "1"))) {
            var calls = send(service);
            Eventually.within(
                    Duration.ofSeconds(10),
                    "texts wait",
                    () -> service.metric("berea_embedding_queue", "passage") > 5);
            calls.forEach(call -> call.cancel(true));
            Eventually.within(
                    Duration.ofSeconds(2),
                    "none waits",
                    () -> service.metric("berea_embedding_queue") == 0);

            assertThat(service.metric("berea_embedding_texts_total")).isLessThan(REQUESTS - 5);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> send(RunningService service) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> "{\"input\":\"" + i + " light".repeat(450) + "\"}")
                .map(
                        body ->
                                service.http()
                                        .sendAsync(service.request(body), BodyHandlers.ofString()))
                .toList();
    }

    private static HttpResponse<String> get(CompletableFuture<HttpResponse<String>> call) {
        return call.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
