package org.berea.simulator.answering;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Ends connections as no HTTP server should. */
final class Connections {
    private Connections() {}

    /**
     * Closes the connection behind a response after what was written so far, without the end of the
     * body. Never completes, because completing would write that end; not an error either, because
     * Reactor Netty drops what it has not yet written when a body fails.
     *
     * @param reset RST in place of FIN; what the client has not read by then may be lost to it
     */
    static <T> Mono<T> end(ServerHttpResponse response, boolean reset) {
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return Mono.fromRunnable(
                        () ->
                                netty.withConnection(
                                        connection -> closeInTurn(connection.channel(), reset)))
                .then(Mono.never());
    }

    /** After the writes that wait for the channel's thread already. */
    private static void closeInTurn(Channel channel, boolean reset) {
        channel.eventLoop().execute(() -> close(channel, reset));
    }

    private static void close(Channel channel, boolean reset) {
        if (reset) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
