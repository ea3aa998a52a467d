package org.berea.moderation;

import java.util.concurrent.RejectedExecutionException;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The moderation API. */
@RestController
class ModerationController {
    private final Moderation moderation;
    private final Scheduler readers;

    ModerationController(Moderation moderation, Scheduler readers) {
        this.moderation = moderation;
        this.readers = readers;
    }

    @PostMapping("/ai/moderations")
    Mono<ModerationResponse> moderate(@RequestBody ModerationRequest request) {
        return Mono.fromCallable(() -> moderation.moderate(request))
                .subscribeOn(readers)
                .onErrorMap(RejectedExecutionException.class, ModerationController::overloaded);
    }

    private static ProblemException overloaded(RejectedExecutionException cause) {
        return new ProblemException(
                Problem.of(ProblemType.OVERLOADED, "no room for more texts to moderate"), cause);
    }
}
