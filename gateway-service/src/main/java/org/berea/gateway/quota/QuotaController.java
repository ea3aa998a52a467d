package org.berea.gateway.quota;

import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.quota.QuotaState;
import org.berea.gateway.authentication.CallerAuthentication;
import org.berea.metering.MeteringUnavailableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells callers their own limits. */
@RestController
class QuotaController {
    private final Quota quota;

    QuotaController(Quota quota) {
        this.quota = quota;
    }

    @GetMapping("/ai/quota")
    Mono<QuotaState> own(CallerAuthentication authentication) {
        return quota.state(authentication.caller())
                .onErrorMap(MeteringUnavailableException.class, QuotaController::unknown);
    }

    private static ProblemException unknown(MeteringUnavailableException failure) {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "what was used is not known at the moment"),
                failure);
    }
}
