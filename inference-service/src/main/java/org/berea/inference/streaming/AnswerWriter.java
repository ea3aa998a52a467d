package org.berea.inference.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.inference.admission.Question;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer as the client wants it: a stream of events, or one body when it is whole. Status
 * and headers go out with the first event, so what fails before it is an HTTP error.
 */
@Component
public final class AnswerWriter {
    private static final MediaType EVENTS = new MediaType("text", "event-stream", UTF_8);

    private final Frames frames;
    private final JsonMapper mapper;

    AnswerWriter(Frames frames, JsonMapper mapper) {
        this.frames = frames;
        this.mapper = mapper;
    }

    /** Completes when everything is sent; cancelling the subscription cancels the answer. */
    public Mono<Void> write(
            Question question, Flux<AnswerEvent> answer, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        return wantsOneBody(exchange)
                ? writeBody(question, answer, response)
                : writeEvents(question.id(), answer, response);
    }

    private Mono<Void> writeEvents(
            CompletionId id, Flux<AnswerEvent> answer, ServerHttpResponse response) {
        Flux<Mono<DataBuffer>> buffers =
                frames.of(answer.doOnNext(event -> describe(id, event, response)))
                        .map(frame -> Mono.just(buffer(response, frame.getBytes(UTF_8))));
        return response.writeAndFlushWith(buffers);
    }

    private Mono<Void> writeBody(
            Question question, Flux<AnswerEvent> answer, ServerHttpResponse response) {
        boolean isProse = question.request().schema().isEmpty();
        return answer.collect(Body::new, Body::add)
                .map(body -> body.whole(isProse ? null : mapper::readTree))
                .map(mapper::writeValueAsBytes)
                .flatMap(
                        json -> {
                            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                            response.getHeaders().setLocation(location(question.id()));
                            return response.writeWith(Mono.just(buffer(response, json)));
                        });
    }

    private static void describe(CompletionId id, AnswerEvent event, ServerHttpResponse response) {
        if (event instanceof AnswerEvent.Start) {
            HttpHeaders headers = response.getHeaders();
            headers.setContentType(EVENTS);
            headers.setLocation(location(id));
            headers.setCacheControl("no-cache, no-transform");
            headers.set("X-Accel-Buffering", "no");
        }
    }

    /** Events unless the client prefers JSON: the simplest client, which says nothing, streams. */
    private static boolean wantsOneBody(ServerWebExchange exchange) {
        List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
        for (MediaType type : accepted) {
            if (type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)) {
                return false;
            }
            if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                return true;
            }
        }
        return false;
    }

    private static URI location(CompletionId id) {
        return URI.create("/ai/completions/" + id);
    }

    private static DataBuffer buffer(ServerHttpResponse response, byte[] bytes) {
        return response.bufferFactory().wrap(bytes);
    }
}
