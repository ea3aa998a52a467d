package org.berea.inference;

import java.time.Clock;
import java.util.Optional;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.admission.Question;
import org.berea.inference.streaming.AnswerWriter;
import org.berea.inference.streaming.OpenAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The HTTP edge of the answer pipeline. */
@RestController
final class CompletionsController {
    private final Answering answering;
    private final AnswerWriter writer;
    private final OpenAnswers open;
    private final Clock clock;

    CompletionsController(Answering answering, AnswerWriter writer, OpenAnswers open, Clock clock) {
        this.answering = answering;
        this.writer = writer;
        this.open = open;
        this.clock = clock;
    }

    @PostMapping("/ai/completions")
    Mono<Void> answer(
            @RequestBody CompletionRequest request, Caller caller, ServerWebExchange exchange) {
        var question = new Question(idOf(exchange), caller, request, clock.instant());
        return writer.write(question, answering.answer(question), exchange);
    }

    @DeleteMapping("/ai/completions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> stop(@PathVariable String id, Caller caller) {
        return open.stop(new CompletionId(id), caller)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(CompletionsController::notRunning))
                .then();
    }

    /** The gateway gives the id; a service that asks for itself need not. */
    private static CompletionId idOf(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(CompletionId.HEADER))
                .map(CompletionId::new)
                .orElseGet(CompletionId::next);
    }

    private static ProblemException notRunning() {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "no answer of yours with this id is running"));
    }
}
