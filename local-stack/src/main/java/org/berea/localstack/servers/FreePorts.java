package org.berea.localstack.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds TCP ports of 127.0.0.1 that nobody listens on. */
public final class FreePorts {
    // Below the ports that Linux and macOS give to outgoing connections, so that none of those
    // takes a port between its choice and its use.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_700;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /** A port that is free now, chosen at random so that parallel runs rarely meet. */
    public static int next() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, LAST)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port was found"));
    }

    /** Whether a server could listen on 127.0.0.1 and this port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
