package org.berea.chassis.client;

import static org.berea.chassis.client.ServiceClients.onBehalfOf;

import java.time.Duration;
import org.berea.contracts.caller.Caller;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Another service as seen by its caller: JSON there and back, within a limit, guarded. Errors are
 * as of {@link Guard#protect}, or a {@link
 * org.springframework.web.reactive.function.client.WebClientResponseException}.
 */
public final class GuardedService {
    private final WebClient client;
    private final Guard guard;

    private GuardedService(WebClient client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    /** Makes services that are called often. */
    public record Factory(ServiceClients clients, Guard.Factory guards) {
        /**
         * @param use names the guard in the metrics; one service may have several uses
         * @param limit for a whole call
         * @param concurrent calls at once
         */
        public GuardedService service(
                ServiceName service, String use, Duration limit, int concurrent) {
            return new GuardedService(
                    clients.to(service, limit), guards.guard(use, limit, concurrent));
        }
    }

    /** Sends a body on behalf of a caller and reads the answer. */
    public <T> Mono<T> post(String path, Caller caller, Object body, Class<T> answer) {
        return guard.protect(
                client.post()
                        .uri(path)
                        .attributes(onBehalfOf(caller))
                        .bodyValue(body)
                        .retrieve()
                        .bodyToMono(answer)
                        .switchIfEmpty(Mono.error(GuardedService::nothing)));
    }

    /** Reads something on the service's own behalf. */
    public <T> Mono<T> get(String path, Class<T> answer) {
        return guard.protect(
                client.get()
                        .uri(path)
                        .retrieve()
                        .bodyToMono(answer)
                        .switchIfEmpty(Mono.error(GuardedService::nothing)));
    }

    /** Who waits for an answer would otherwise go on without one, and without noticing. */
    private static Throwable nothing() {
        return new IllegalStateException("an answer without a body");
    }
}
