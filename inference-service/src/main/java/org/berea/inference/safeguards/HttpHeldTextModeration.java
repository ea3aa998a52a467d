package org.berea.inference.safeguards;

import java.time.Duration;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the moderation service, within half a second. */
@Component
final class HttpHeldTextModeration implements HeldTextModeration {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final int CONCURRENT = 500;

    private final GuardedService service;

    HttpHeldTextModeration(GuardedService.Factory services) {
        service =
                services.service(ServiceName.MODERATION, "moderation-held-text", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<Boolean> isFit(String text, Caller caller) {
        return service.post(
                        "/ai/moderations",
                        caller,
                        ModerationRequest.of(text, Direction.ANSWER),
                        ModerationResponse.class)
                .map(response -> !response.results().getFirst().flagged());
    }
}
