package org.berea.simulator.answering;

import org.berea.simulator.behaviour.Applied;
import org.berea.simulator.behaviour.Behaviours;
import org.berea.simulator.journal.Journal;
import org.berea.simulator.openai.ApiException;
import org.berea.simulator.openai.ApiKeys;
import org.berea.simulator.openai.ChatRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code POST /v1/chat/completions}, streamed or whole. */
@RestController
public final class ChatController {
    private final ApiKeys keys;
    private final Behaviours behaviours;
    private final Journal journal;

    public ChatController(ApiKeys keys, Behaviours behaviours, Journal journal) {
        this.keys = keys;
        this.behaviours = behaviours;
        this.journal = journal;
    }

    @PostMapping("/v1/chat/completions")
    Mono<Void> complete(@RequestBody Mono<ChatRequest> body, ServerWebExchange exchange) {
        keys.check(exchange.getRequest().getHeaders());
        return body.switchIfEmpty(Mono.error(() -> ApiException.invalid(null, "body: missing")))
                .flatMap(request -> perform(request, exchange));
    }

    private Mono<Void> perform(ChatRequest request, ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst("X-Simulator-Behaviour");
        Applied applied = behaviours.forRequest(request, header);
        Call call = Call.of(request, applied, journal.open(request, applied));
        return Performance.of(call, exchange.getResponse());
    }
}
