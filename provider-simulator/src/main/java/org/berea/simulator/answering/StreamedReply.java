package org.berea.simulator.answering;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.berea.simulator.behaviour.Fault;
import org.berea.simulator.openai.TokenUsage;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends an answer token by token as server-sent events. A client that goes cancels the body only:
 * once the headers are out, Reactor Netty does not cancel the handler around it.
 */
final class StreamedReply {
    private static final MediaType EVENTS =
            new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private StreamedReply() {}

    static Mono<Void> send(Call call, ServerHttpResponse response) {
        response.getHeaders().setContentType(EVENTS);
        response.getHeaders().setCacheControl("no-cache");
        DataBufferFactory buffers = response.bufferFactory();
        Flux<DataBuffer> body =
                frames(call, response)
                        .doOnComplete(call.recording()::finished)
                        .doOnCancel(call.recording()::cancelled)
                        .map(frame -> buffers.wrap(frame.getBytes(StandardCharsets.UTF_8)))
                        .startWith(headersOnly(buffers));
        return response.writeAndFlushWith(body.map(Mono::just));
    }

    private static Flux<String> frames(Call call, ServerHttpResponse response) {
        Frames frames = new Frames(call.origin());
        return call.tokens()
                .index((index, token) -> frame(call, frames, index, token))
                .concatWith(Flux.defer(() -> end(call, frames, response)));
    }

    private static String frame(Call call, Frames frames, long index, String token) {
        boolean breaks =
                call.behaviour().has(Fault.BROKEN_CHUNK)
                        && index == call.behaviour().tokensBeforeFault();
        return breaks ? frames.brokenToken(token) : frames.token(index, token);
    }

    private static Flux<String> end(Call call, Frames frames, ServerHttpResponse response) {
        return switch (call.behaviour().faultOrNone()) {
            case CUT, RESET -> call.<String>broken(response).flux();
            case UNFINISHED -> {
                call.recording().faulted();
                yield Flux.empty();
            }
            default -> frames.end(call.script().finishReason(), usage(call));
        };
    }

    private static Optional<TokenUsage> usage(Call call) {
        return call.request().wantsUsageChunk() ? call.usage() : Optional.empty();
    }

    /** Spring sends the headers with the first buffer: an empty one sends them at once. */
    private static DataBuffer headersOnly(DataBufferFactory buffers) {
        return buffers.wrap(new byte[0]);
    }
}
