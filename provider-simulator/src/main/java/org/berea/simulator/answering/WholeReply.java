package org.berea.simulator.answering;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.berea.simulator.openai.ChatCompletion;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends an answer as one JSON body, after the time that its tokens take. */
final class WholeReply {
    private static final JsonMapper JSON = new JsonMapper();

    private WholeReply() {}

    static Mono<Void> send(Call call, ServerHttpResponse response) {
        return call.tokens().then(Mono.defer(() -> write(call, response)));
    }

    private static Mono<Void> write(Call call, ServerHttpResponse response) {
        byte[] body = body(call);
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return switch (call.behaviour().faultOrNone()) {
            case CUT, RESET -> cutOff(call, response, half, body.length);
            case UNFINISHED, BROKEN_CHUNK -> {
                call.recording().faulted();
                yield whole(response, half);
            }
            default -> {
                call.recording().finished();
                yield whole(response, body);
            }
        };
    }

    private static Mono<Void> whole(ServerHttpResponse response, byte[] body) {
        prepare(response, body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static Mono<Void> cutOff(
            Call call, ServerHttpResponse response, byte[] half, int promised) {
        prepare(response, promised);
        Mono<DataBuffer> written = Mono.just(response.bufferFactory().wrap(half));
        return response.writeAndFlushWith(
                Mono.just(written).concatWith(Mono.defer(() -> call.broken(response))));
    }

    private static void prepare(ServerHttpResponse response, int length) {
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(length);
    }

    private static byte[] body(Call call) {
        var completion =
                ChatCompletion.of(
                        call.origin(),
                        call.script().text(),
                        call.script().finishReason(),
                        call.usage().orElse(null));
        return JSON.writeValueAsString(completion).getBytes(StandardCharsets.UTF_8);
    }
}
