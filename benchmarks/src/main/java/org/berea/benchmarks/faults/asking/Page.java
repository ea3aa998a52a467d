package org.berea.benchmarks.faults.asking;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one caller writes into the journal about one question; the first end is the one. */
final class Page {
    private final long number;
    private final Journal journal;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String id = "";
    private volatile String error = "";
    private volatile boolean done;
    private volatile int messages;
    private volatile long lastTokenAt = System.nanoTime();

    private Page(long number, Journal journal) {
        this.number = number;
        this.journal = journal;
    }

    static Page open(long number, Wish wish, Journal journal) {
        var page = new Page(number, journal);
        page.add(
                Map.of(
                        "user", wish.user(),
                        "prompt", wish.prompt(),
                        "form", wish.stream() ? "stream" : "body",
                        "act", wish.act().name().toLowerCase(Locale.ROOT)));
        return page;
    }

    String id() {
        return id;
    }

    void location(String path) {
        id = path.substring(path.lastIndexOf('/') + 1);
        add(Map.of("id", id));
    }

    void start(String startedId) {
        id = startedId;
        add(Map.of("id", id, "event", "start"));
    }

    void error(String type) {
        error = type;
        add(Map.of("event", "error", "type", type));
    }

    void message(boolean isLast) {
        messages++;
        if (isLast) {
            done = true;
            add(Map.of("event", "done", "afterMillis", millisSinceLastToken()));
        }
        lastTokenAt = System.nanoTime();
    }

    private long millisSinceLastToken() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastTokenAt);
    }

    void other() {
        messages++;
    }

    void stopped(int status) {
        add(Map.of("event", "stop", "status", status));
    }

    /** The stream ended as if all was well; whether it was, shows in what came before. */
    void endOfStream() {
        if (done) {
            end(error.isEmpty() ? "done" : "both", Map.of());
        } else {
            end(error.isEmpty() ? "clean" : "error", Map.of("type", error));
        }
    }

    void end(String how, Map<String, ?> more) {
        if (ended.compareAndSet(false, true)) {
            var fields = new HashMap<String, Object>(more);
            fields.put("end", how);
            fields.put("messages", messages);
            add(fields);
        }
    }

    private void add(Map<String, ?> fields) {
        var line = new HashMap<String, Object>(fields);
        line.put("n", number);
        line.put("at", Instant.now().toString());
        journal.add(line);
    }
}
