package org.berea.inference.models;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.berea.contracts.completion.Turn;
import org.berea.contracts.completion.Usage;
import org.berea.inference.models.ModelFailure.Kind;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Any model behind an OpenAI-compatible server. */
final class OpenAiModel implements LanguageModel {
    private static final int UNREAD_DELTAS = 8_192;

    private final ModelSpec spec;
    private final StreamingChatModel model;
    private final CircuitBreaker circuit;

    OpenAiModel(ModelSpec spec, String baseUrl, WebClient client, CircuitBreaker circuit) {
        this.spec = spec;
        this.circuit = circuit;
        this.model =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(new ReactiveHttpClient.Builder(client))
                        .baseUrl(baseUrl)
                        .apiKey(
                                spec.apiKey() == null || spec.apiKey().isBlank()
                                        ? "none"
                                        : spec.apiKey())
                        .modelName(spec.name())
                        .build();
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public Flux<ModelOutput> stream(ModelCall call) {
        var limits = spec.limits();
        return Flux.<ModelOutput>create(sink -> start(call, sink), FluxSink.OverflowStrategy.BUFFER)
                .timeout(
                        Mono.delay(limits.firstToken()),
                        _ -> Mono.delay(limits.betweenTokens()),
                        Flux.error(ModelFailure.of(Kind.STALLED, "no token within the limit")))
                .transform(
                        CutOff.by(
                                Mono.delay(limits.total()),
                                () -> ModelFailure.of(Kind.TOO_LONG, "total limit")))
                .onBackpressureBuffer(UNREAD_DELTAS)
                .transformDeferred(CircuitBreakerOperator.of(circuit))
                .onErrorMap(ModelFailures::of);
    }

    private void start(ModelCall call, FluxSink<ModelOutput> sink) {
        var handle = new CallHandle();
        sink.onDispose(handle);
        var request =
                ChatRequest.builder()
                        .messages(messages(call))
                        .maxOutputTokens(call.maxOutput())
                        .build();
        ScopedValue.where(CallHandle.CURRENT, handle)
                .run(() -> model.chat(request, new Deliver(sink)));
    }

    private static List<ChatMessage> messages(ModelCall call) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(call.system()));
        call.history().forEach(turn -> messages.add(message(turn)));
        messages.add(UserMessage.from(call.question()));
        return messages;
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.role()) {
            case USER -> UserMessage.from(turn.content());
            case ASSISTANT -> AiMessage.from(turn.content());
        };
    }

    private record Deliver(FluxSink<ModelOutput> sink) implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String text) {
            sink.next(new ModelOutput.Delta(text));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            FinishReason reason = response.finishReason();
            if (reason == null) {
                sink.error(ModelFailure.of(Kind.CUT, "the stream ended without a finish reason"));
                return;
            }
            TokenUsage usage = response.tokenUsage();
            sink.next(
                    new ModelOutput.End(
                            reason == FinishReason.LENGTH
                                    ? Usage.FinishReason.LENGTH
                                    : Usage.FinishReason.STOP,
                            usage == null ? null : usage.inputTokenCount(),
                            usage == null ? null : usage.outputTokenCount()));
            sink.complete();
        }

        @Override
        public void onError(Throwable failure) {
            sink.error(failure);
        }
    }

    /** Whether a failure says something about the server's health. */
    static boolean countsAgainstServer(Throwable failure) {
        ModelFailure sorted =
                failure instanceof TimeoutException
                        ? ModelFailure.of(Kind.STALLED, "timeout")
                        : ModelFailures.of(failure);
        return switch (sorted.kind()) {
            case SERVER_ERROR, STALLED, CUT, TOO_LONG, ENDLESS, MALFORMED -> true;
            case REFUSED -> !(sorted.getCause() instanceof RefusedCall);
            case RATE_LIMITED, CIRCUIT_OPEN, UNFIT -> false;
        };
    }
}
