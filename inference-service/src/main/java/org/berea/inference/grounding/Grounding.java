package org.berea.inference.grounding;

import static org.berea.contracts.completion.Degradation.NO_EMBEDDING;
import static org.berea.contracts.completion.Degradation.NO_SEARCH;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.inference.admission.AdmittedQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the passages of an answer; without embedding lexically, without search not at all. */
@Component
@EnableConfigurationProperties(GroundingSettings.class)
public final class Grounding {
    private static final Logger log = LoggerFactory.getLogger(Grounding.class);

    private final Embedding embedding;
    private final Search search;
    private final GroundingSettings settings;
    private final Counter found;
    private final Counter empty;

    Grounding(
            Embedding embedding, Search search, GroundingSettings settings, MeterRegistry meters) {
        this.embedding = embedding;
        this.search = search;
        this.settings = settings;
        this.found = Metric.GROUNDINGS.counter(meters, "outcome", "found");
        this.empty = Metric.GROUNDINGS.counter(meters, "outcome", "empty");
    }

    /** The passages and the steps down; never an error. */
    public Mono<Grounded> ground(AdmittedQuestion question) {
        return embedding
                .embed(question.prompt(), question.caller())
                .map(Optional::of)
                .onErrorResume(failure -> without("embedding", failure, Optional.empty()))
                .flatMap(vector -> search(question, vector))
                .onErrorResume(
                        failure ->
                                without(
                                        "search",
                                        failure,
                                        new Grounded(List.of(), List.of(NO_SEARCH))))
                .doOnNext(grounded -> (grounded.passages().isEmpty() ? empty : found).increment());
    }

    private Mono<Grounded> search(AdmittedQuestion question, Optional<QueryVector> vector) {
        var request =
                SearchRequest.of(
                        question.prompt(),
                        vector.orElse(null),
                        question.translation(),
                        settings.passages());
        return search.search(request, question.caller())
                .map(response -> grounded(response, vector.isPresent()));
    }

    private static Grounded grounded(SearchResponse response, boolean embedded) {
        var degraded = new ArrayList<Degradation>();
        if (!embedded) {
            degraded.add(NO_EMBEDDING);
        }
        response.degraded().stream()
                .filter(step -> !degraded.contains(step))
                .forEach(degraded::add);
        return new Grounded(response.passages(), degraded);
    }

    private static <T> Mono<T> without(String what, Throwable failure, T instead) {
        log.warn("answering without {}: {}", what, failure.toString());
        return Mono.just(instead);
    }
}
