package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A request byte by byte, for what decent clients do not do. */
final class RawRequest {
    private static final int LIMIT = (int) Duration.ofSeconds(20).toMillis();

    private final URI address;
    private final StringBuilder head = new StringBuilder();
    private String body = "";

    private RawRequest(String address, String line) {
        this.address = URI.create(address);
        head.append(line).append(" HTTP/1.1\r\n");
        header("Host", this.address.getAuthority());
    }

    static RawRequest get(String address, String path) {
        return new RawRequest(address, "GET " + path);
    }

    static RawRequest ask(Client client, String json, String accept) {
        return new RawRequest(client.address(), "POST /ai/completions")
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .body(json);
    }

    RawRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    private RawRequest body(String json) {
        body = json;
        return header("Content-Length", Integer.toString(json.getBytes(UTF_8).length));
    }

    /** Sends it and reads until the other side closes. */
    String send() throws IOException {
        try (Socket socket = open()) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Sends it; what comes back, and when to leave, is the caller's affair. */
    Socket open() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(LIMIT);
        socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }
}
