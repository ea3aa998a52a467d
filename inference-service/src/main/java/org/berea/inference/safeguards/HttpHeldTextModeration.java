package org.berea.inference.safeguards;

import static org.berea.chassis.client.ServiceClients.onBehalfOf;

import java.time.Duration;
import org.berea.chassis.client.Guard;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the moderation service, within half a second. */
@Component
final class HttpHeldTextModeration implements HeldTextModeration {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final int CONCURRENT = 500;

    private final WebClient client;
    private final Guard guard;

    HttpHeldTextModeration(ServiceClients clients, Guard.Factory guards) {
        client = clients.to(ServiceName.MODERATION, LIMIT);
        guard = guards.guard("moderation-held-text", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<Boolean> isFit(String text, Caller caller) {
        return guard.protect(
                client.post()
                        .uri("/ai/moderations")
                        .attributes(onBehalfOf(caller))
                        .bodyValue(ModerationRequest.of(text, Direction.ANSWER))
                        .retrieve()
                        .bodyToMono(ModerationResponse.class)
                        .map(response -> !response.results().getFirst().flagged()));
    }
}
