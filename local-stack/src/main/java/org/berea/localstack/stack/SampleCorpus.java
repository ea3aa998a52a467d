package org.berea.localstack.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.localstack.keys.Keys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the search service whether there is anything to search yet. */
final class SampleCorpus {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 200;
    private static final String SAMPLE = "BST";
    private static final String NAME = "local-stack";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final CallerTokens tokens;
    private final URI address;

    SampleCorpus(Instance search, Keys keys) {
        this.tokens = new CallerTokens(keys.callerKey(), NAME, Clock.systemUTC());
        this.address = URI.create(search.url() + "/ai/translations");
    }

    /**
     * Waits until a translation can be searched.
     *
     * @return the sample if it is there, else the first; empty after a minute
     */
    Optional<Translation> awaitSearchable() throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            Optional<Translation> found = find();
            if (found.isPresent()) {
                return found;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return Optional.empty();
    }

    private Optional<Translation> find() throws InterruptedException {
        List<Translation> searchable = searchable();
        return searchable.stream()
                .filter(translation -> translation.code().equals(SAMPLE))
                .findFirst()
                .or(() -> searchable.stream().findFirst());
    }

    private List<Translation> searchable() throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(address)
                            .timeout(REQUEST_LIMIT)
                            .header(CallerTokens.HEADER, tokens.mint(Caller.service(NAME)))
                            .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? json.readValue(response.body(), Translations.class).translations()
                    : List.of();
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }
}
