package org.berea.inference.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.berea.contracts.CompletionId;

/** A streamed answer while it arrives; closing it closes the connection. */
public final class OpenAnswer implements AutoCloseable {
    private static final Event END = new Event("end", -1, "", 0);

    private final CompletionId id;
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();
    private final List<Event> taken = new ArrayList<>();

    OpenAnswer(CompletionId id, HttpResponse<InputStream> response) {
        this.id = id;
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    public CompletionId id() {
        return id;
    }

    /** The first event like that, waited for; everything before it is passed over. */
    public Event await(Predicate<Event> wanted) {
        for (Event event = next(); ; event = next()) {
            if (wanted.test(event)) {
                return event;
            }
            if (event == END) {
                throw new AssertionError("the stream ended without it: " + taken);
            }
        }
    }

    /** The rest of the stream with all that was taken before. */
    public Answer whole() {
        while (next() != END) {
            // everything taken is kept
        }
        return new Answer(
                id, response.statusCode(), response.headers(), taken.subList(0, taken.size() - 1));
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Event next() {
        if (!taken.isEmpty() && taken.getLast() == END) {
            return END;
        }
        try {
            Event event = arrived.poll(Client.LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError(
                        "nothing arrived in " + Duration.ofSeconds(60) + ": " + taken);
            }
            taken.add(event);
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            if (response.statusCode() == 200) {
                readEvents(lines);
            } else {
                arrived.add(new Event("body", -1, lines.readAllAsString(), System.nanoTime()));
            }
        } catch (IOException e) {
            arrived.add(new Event("broken", -1, e.toString(), System.nanoTime()));
        }
        arrived.add(END);
    }

    private void readEvents(BufferedReader lines) throws IOException {
        String name = "message";
        long number = -1;
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                arrived.add(new Event(name, number, data, System.nanoTime()));
                name = "message";
                data = "";
            } else if (line.startsWith(":")) {
                name = "comment";
                data = line;
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                number = Long.parseLong(line.substring(4));
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else {
                throw new IOException("not a line of an event stream: " + line);
            }
        }
    }
}
