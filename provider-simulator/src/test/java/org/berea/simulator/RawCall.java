package org.berea.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One chat request over a bare socket, to see what HTTP clients hide. */
final class RawCall implements AutoCloseable {
    private static final int LIMIT_MS = 10_000;

    private final Socket socket;
    private final InputStream in;

    RawCall(URI base, String body) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(LIMIT_MS);
        in = new BufferedInputStream(socket.getInputStream());
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                """
                POST /v1/chat/completions HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """
                        .formatted(content.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(content);
    }

    /** Reads until the text has come. */
    String readUntil(String expected) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(expected) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before " + expected + ": " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Reads to the end of the stream; fails when the connection is reset. */
    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether nothing more comes for a while, the connection being open. */
    boolean isSilentFor(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(LIMIT_MS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
