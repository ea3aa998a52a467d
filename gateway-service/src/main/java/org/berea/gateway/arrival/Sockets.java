package org.berea.gateway.arrival;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import reactor.netty.http.server.HttpServer;

/** How the sockets of clients behave. */
final class Sockets {
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int UNACKNOWLEDGED_MILLIS = 15_000;

    private Sockets() {}

    /**
     * A small send buffer, so that a reader that is stuck is soon felt upstream; and where the
     * kernel can (Linux), a client that vanished without a word is given up after 15 s instead of
     * many minutes, in which a model would go on writing for nobody.
     */
    static HttpServer options(HttpServer server) {
        HttpServer bounded = server.childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        return Epoll.isAvailable()
                ? bounded.childOption(EpollChannelOption.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MILLIS)
                : bounded;
    }
}
