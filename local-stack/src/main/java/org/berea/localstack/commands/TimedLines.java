package org.berea.localstack.commands;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lines from the network, none of which is waited for without end. */
public final class TimedLines {
    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final Duration limit;

    /**
     * @param limit the longest silence
     */
    public TimedLines(Stream<String> source, Duration limit) {
        this.limit = limit;
        Thread.ofVirtual().name("lines").start(() -> read(source));
    }

    /**
     * The next line, empty at the end or when the connection was lost.
     *
     * @throws CommandFailedException when none comes in time
     */
    public Optional<String> next() throws InterruptedException {
        Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new CommandFailedException(
                    "nothing came for %d s; given up".formatted(limit.toSeconds()));
        }
        return line;
    }

    private void read(Stream<String> source) {
        try (source) {
            source.forEach(line -> lines.add(Optional.of(line)));
        } catch (UncheckedIOException e) {
            // A lost connection ends the lines; whether that was too early the reader knows.
        } finally {
            lines.add(Optional.empty());
        }
    }
}
