package org.berea.inference.streaming;

import static org.berea.chassis.client.ServiceClients.onBehalfOf;

import java.net.URI;
import java.time.Duration;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Stops answers that other instances give. */
@Component
class OtherInstances {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Locations locations;
    private final WebClient instances;

    OtherInstances(Locations locations, ServiceClients clients) {
        this.locations = locations;
        this.instances = clients.toInstances(ServiceName.INFERENCE, LIMIT);
    }

    /** Whether one of them was giving the caller's answer of that id, and has stopped it. */
    Mono<Boolean> stop(CompletionId id, Caller caller) {
        return locations
                .elsewhere(id)
                .flatMap(address -> forward(address, id, caller))
                .onErrorReturn(false)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> forward(URI address, CompletionId id, Caller caller) {
        return instances
                .delete()
                .uri(address.resolve("/ai/completions/" + id))
                .attributes(onBehalfOf(caller))
                .exchangeToMono(
                        answer -> answer.releaseBody().thenReturn(isDone(answer.statusCode())))
                .timeout(LIMIT);
    }

    private static boolean isDone(HttpStatusCode status) {
        return status.is2xxSuccessful();
    }
}
