package org.berea.inference.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Turn;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the moderation service, within one second. */
@Component
final class HttpModeration implements Moderation {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int CONCURRENT = 500;

    private final GuardedService service;

    HttpModeration(GuardedService.Factory services) {
        service = services.service(ServiceName.MODERATION, "moderation", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<ModerationResponse.Result> screen(
            String question, List<Turn> history, Caller caller) {
        var items = new ArrayList<ModerationRequest.Item>();
        items.add(new ModerationRequest.Item(question, Direction.QUESTION));
        history.forEach(turn -> items.add(item(turn)));
        return service.post(
                        "/ai/moderations",
                        caller,
                        new ModerationRequest(items),
                        ModerationResponse.class)
                .map(HttpModeration::worst);
    }

    private static ModerationRequest.Item item(Turn turn) {
        return switch (turn.role()) {
            case USER -> new ModerationRequest.Item(turn.content(), Direction.QUESTION);
            case ASSISTANT -> new ModerationRequest.Item(turn.content(), Direction.ANSWER);
        };
    }

    private static ModerationResponse.Result worst(ModerationResponse response) {
        return response.results().stream()
                .filter(ModerationResponse.Result::flagged)
                .findFirst()
                .orElseGet(response.results()::getFirst);
    }
}
