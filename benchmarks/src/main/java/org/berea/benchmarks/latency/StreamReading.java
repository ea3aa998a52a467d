package org.berea.benchmarks.latency;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.problem.Problem;
import org.berea.localstack.commands.EventReader;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.commands.ServerSentEvent;

/** Takes in an answer that is a stream of events. */
final class StreamReading implements Reading {
    private static final String DONE = "[DONE]";

    private record Sources(List<String> degraded) {}

    private final Stopwatch watch;
    private final EventReader events = new EventReader();
    private final Map<Moment, Duration> times = new EnumMap<>(Moment.class);
    private List<String> degraded = List.of();
    private boolean fromCache;
    private Optional<String> failure = Optional.empty();

    StreamReading(Stopwatch watch) {
        this.watch = watch;
    }

    @Override
    public void accept(String line) {
        events.accept(line).ifPresent(this::accept);
    }

    @Override
    public Outcome outcome() {
        if (failure.isPresent()) {
            return new Outcome.Failed(failure.get());
        }
        if (!times.containsKey(Moment.DONE)) {
            return new Outcome.Failed("broke off before " + DONE);
        }
        return times.containsKey(Moment.FIRST_TOKEN)
                ? new Outcome.Answered(times, fromCache, degraded)
                : new Outcome.Failed("no token before " + DONE);
    }

    private void accept(ServerSentEvent event) {
        reached(Moment.FIRST_EVENT);
        switch (event.name()) {
            case "message" -> reached(event.data().equals(DONE) ? Moment.DONE : Moment.FIRST_TOKEN);
            case "sources" -> degraded = read(event, Sources.class).degraded();
            case "usage" -> fromCache = read(event, CacheUse.class).isHit();
            case "error" ->
                    failure = Optional.of("error event: " + read(event, Problem.class).title());
            default -> {} // start, citation, notice: nothing that is timed or counted here
        }
    }

    private void reached(Moment moment) {
        times.putIfAbsent(moment, watch.elapsed());
    }

    private static <T> T read(ServerSentEvent event, Class<T> type) {
        return GatewayClient.JSON.readValue(event.data(), type);
    }
}
