package org.berea.embedding.bulk;

import java.net.URI;
import java.time.Duration;
import org.berea.contracts.search.VectorGaps;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One instance of search, which keeps an index of its own. After a failure it counts as absent for
 * a while that doubles with each: nobody waits for it then.
 */
final class SearchInstance {
    private static final String GAPS = "/internal/vectors/gaps";
    private static final int LONGEST_REASON = 300;
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final URI address;
    private final WebClient client;
    private final Duration limit;
    private final Absence absence;

    SearchInstance(URI address, WebClient client, Duration limit, Absence absence) {
        this.address = address;
        this.client = client;
        this.limit = limit;
        this.absence = absence;
    }

    URI address() {
        return address;
    }

    boolean isPresent() {
        return !absence.lasts();
    }

    /** Never an error, and within the limit, a few tries included. */
    Mono<Receipt> give(Parcel parcel) {
        return client.put()
                .uri(address.resolve(parcel.path()))
                .bodyValue(parcel.body())
                .retrieve()
                .toBodilessEntity()
                .retryWhen(Retry.backoff(TRIES, BETWEEN_TRIES).filter(it -> !isOurMistake(it)))
                .timeout(limit)
                .<Receipt>map(_ -> new Receipt.Taken())
                .onErrorResume(failure -> Mono.fromSupplier(() -> receipt(failure)))
                .doOnNext(this::noteAbsence);
    }

    /** What it has no vectors of; an older search has none to tell of. */
    Mono<VectorGaps> gaps(String model, int most) {
        String query = "?model={model}&limit={limit}";
        return client.get()
                .uri(address.resolve(GAPS) + query, model, most)
                .retrieve()
                .bodyToMono(VectorGaps.class)
                .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty())
                .timeout(limit);
    }

    private void noteAbsence(Receipt receipt) {
        switch (receipt) {
            case Receipt.Taken _, Receipt.Refused _ -> absence.end();
            case Receipt.Missed _ -> absence.prolong();
        }
    }

    private static Receipt receipt(Throwable failure) {
        Throwable cause =
                reactor.core.Exceptions.isRetryExhausted(failure) ? cause(failure) : failure;
        return isOurMistake(cause)
                ? new Receipt.Refused(reason((WebClientResponseException) cause))
                : new Receipt.Missed(cause);
    }

    private static Throwable cause(Throwable exhausted) {
        Throwable cause = exhausted.getCause();
        return cause == null ? exhausted : cause;
    }

    /** Everything else may be an outage or a start. */
    private static boolean isOurMistake(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && switch (HttpStatus.resolve(answer.getStatusCode().value())) {
                    case BAD_REQUEST, CONFLICT, CONTENT_TOO_LARGE, UNPROCESSABLE_CONTENT -> true;
                    case null, default -> false;
                };
    }

    private static String reason(WebClientResponseException answer) {
        String body = answer.getResponseBodyAsString();
        return answer.getStatusCode()
                + " "
                + body.substring(0, Math.min(body.length(), LONGEST_REASON));
    }
}
