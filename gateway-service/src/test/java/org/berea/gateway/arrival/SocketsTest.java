package org.berea.gateway.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import reactor.netty.http.server.HttpServer;

final class SocketsTest {
    @Test
    void keepsLittleForReadersThatAreStuck() {
        var options = Sockets.options(HttpServer.create()).configuration().childOptions();

        assertThat(options.get(ChannelOption.SO_SNDBUF)).isEqualTo(64 * 1024);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void givesUpClientsThatVanished() {
        var options = Sockets.options(HttpServer.create()).configuration().childOptions();

        assertThat(Epoll.isAvailable()).isTrue();
        assertThat(options.get(EpollChannelOption.TCP_USER_TIMEOUT)).isEqualTo(15_000);
    }
}
