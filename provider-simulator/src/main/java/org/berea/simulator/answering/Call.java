package org.berea.simulator.answering;

import java.util.Optional;
import org.berea.simulator.behaviour.Applied;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.behaviour.Fault;
import org.berea.simulator.composing.Script;
import org.berea.simulator.composing.Scriptwriter;
import org.berea.simulator.composing.Tokens;
import org.berea.simulator.journal.Recording;
import org.berea.simulator.openai.ChatRequest;
import org.berea.simulator.openai.Origin;
import org.berea.simulator.openai.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One chat completion: what was asked, what will be said, and its entry in the journal. */
record Call(
        ChatRequest request,
        Behaviour behaviour,
        Script script,
        Recording recording,
        Origin origin) {
    static Call of(ChatRequest request, Applied applied, Recording recording) {
        return new Call(
                request,
                applied.behaviour(),
                Scriptwriter.write(request, applied),
                recording,
                Origin.of(request.model(), recording.receivedAt()));
    }

    /** The tokens in their time, each written down as it is produced. */
    Flux<String> tokens() {
        return Pacing.tokens(script, behaviour).doOnNext(recording::produced);
    }

    /** Writes the fault down and breaks the connection; never completes. */
    <T> Mono<T> broken(ServerHttpResponse response) {
        recording.faulted();
        return Connections.end(response, !behaviour.has(Fault.CUT));
    }

    /** What the client is told to have used; consistent, if not always true. */
    Optional<TokenUsage> usage() {
        if (!behaviour.reportsUsage()) {
            return Optional.empty();
        }
        long hidden = or(behaviour.reasoningTokens(), 0);
        TokenUsage told =
                TokenUsage.of(
                        or(behaviour.promptTokens(), Tokens.count(request.messages())),
                        or(behaviour.completionTokens(), script.tokens().size()) + hidden,
                        hidden);
        recording.reported(told);
        return Optional.of(told);
    }

    private static long or(@Nullable Integer told, long counted) {
        return told != null ? told : counted;
    }
}
