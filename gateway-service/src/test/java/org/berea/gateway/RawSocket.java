package org.berea.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** A client that says exactly what it is told, well-formed or not. */
final class RawSocket implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    RawSocket(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) Gateway.LIMIT.toMillis());
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    /** Lines are ended as HTTP wants them. */
    RawSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    int status() throws IOException {
        return Integer.parseInt(line().split(" ")[1]);
    }

    String line() throws IOException {
        return String.valueOf(reader.readLine());
    }

    /** Skips everything before a line with that start. */
    String lineStarting(String start) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.startsWith(start)) {
            line = reader.readLine();
        }
        if (line == null) {
            throw new IOException("no line starts with " + start);
        }
        return line;
    }

    /** Everything until the other side closes. */
    String rest() throws IOException {
        var rest = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
