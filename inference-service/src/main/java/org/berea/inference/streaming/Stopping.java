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

/** Stops an answer on whichever instance gives it. */
@Component
public final class Stopping {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final OpenAnswers open;
    private final Locations locations;
    private final WebClient instances;

    Stopping(OpenAnswers open, Locations locations, ServiceClients clients) {
        this.open = open;
        this.locations = locations;
        this.instances = clients.toInstances(ServiceName.INFERENCE, LIMIT);
    }

    /** Whether the caller's answer of that id was running and is now stopped. */
    public Mono<Boolean> stop(CompletionId id, Caller caller) {
        if (open.stop(id, caller.subject())) {
            return Mono.just(true);
        }
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
