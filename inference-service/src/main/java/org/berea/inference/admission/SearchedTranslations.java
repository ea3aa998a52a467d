package org.berea.inference.admission;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.search.Translation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the search service, whose index decides; remembers the answer for a moment. */
@Component
final class SearchedTranslations implements Translations {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int CONCURRENT = 50;

    private final AtomicReference<Set<String>> lastKnown = new AtomicReference<>(Set.of());
    private final Mono<Set<String>> current;

    SearchedTranslations(GuardedService.Factory services) {
        GuardedService search =
                services.service(ServiceName.SEARCH, "search-translations", LIMIT, CONCURRENT);
        current =
                Mono.defer(() -> fetch(search))
                        .doOnNext(lastKnown::set)
                        .onErrorResume(_ -> Mono.fromSupplier(lastKnown::get))
                        .cache(FRESH);
    }

    @Override
    public Mono<Set<String>> loaded() {
        return current;
    }

    private static Mono<Set<String>> fetch(GuardedService search) {
        return search.get("/ai/translations", org.berea.contracts.search.Translations.class)
                .map(
                        answer ->
                                answer.translations().stream()
                                        .map(Translation::code)
                                        .collect(toUnmodifiableSet()));
    }
}
