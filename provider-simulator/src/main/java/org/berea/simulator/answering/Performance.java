package org.berea.simulator.answering;

import java.nio.channels.ClosedChannelException;
import org.berea.simulator.openai.ApiException;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** What happens to one call: wait, refuse or answer, and write down how it ended. */
final class Performance {
    private Performance() {}

    /**
     * Cancelled by the server the moment the client's connection closes.
     *
     * @return an error of {@link ApiException} for a fault that is told in a status
     */
    static Mono<Void> of(Call call, ServerHttpResponse response) {
        response.getHeaders().set("x-request-id", "req-" + call.recording().number());
        return Mono.delay(call.behaviour().headersDelay())
                .then(Mono.defer(() -> begin(call, response)))
                .doOnError(failure -> failed(call, failure))
                .doOnCancel(call.recording()::cancelled);
    }

    /** A write may learn before the read side does that the client has gone. */
    private static void failed(Call call, Throwable failure) {
        boolean clientIsGone =
                failure instanceof ClosedChannelException
                        || DisconnectedClientHelper.isClientDisconnectedException(failure);
        if (clientIsGone) {
            call.recording().cancelled();
        } else {
            call.recording().faulted();
        }
    }

    private static Mono<Void> begin(Call call, ServerHttpResponse response) {
        var behaviour = call.behaviour();
        return switch (behaviour.faultOrNone()) {
            case RATE_LIMITED ->
                    Mono.error(
                            ApiException.rateLimited(
                                    call.request().model(), behaviour.retryDelay()));
            case SERVER_ERROR -> Mono.error(ApiException.status(behaviour.statusOrDefault()));
            case REFUSED -> call.broken(response);
            default -> answer(call, response);
        };
    }

    private static Mono<Void> answer(Call call, ServerHttpResponse response) {
        return call.request().isStreamed()
                ? StreamedReply.send(call, response)
                : WholeReply.send(call, response);
    }
}
