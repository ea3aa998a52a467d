package org.berea.benchmarks.latency;

import java.util.List;
import java.util.Map;
import org.berea.localstack.commands.GatewayClient;
import org.jspecify.annotations.Nullable;

/** Takes in an answer that is one JSON body. */
final class BodyReading implements Reading {
    private record Body(
            @Nullable String answer, @Nullable List<String> degraded, @Nullable CacheUse usage) {}

    private final Stopwatch watch;
    private final StringBuilder text = new StringBuilder();

    BodyReading(Stopwatch watch) {
        this.watch = watch;
    }

    @Override
    public void accept(String line) {
        text.append(line).append('\n');
    }

    @Override
    public Outcome outcome() {
        var time = Map.of(Moment.WHOLE_BODY, watch.elapsed());
        Body body = GatewayClient.JSON.readValue(text.toString(), Body.class);
        if (body.answer() == null || body.usage() == null || body.degraded() == null) {
            return new Outcome.Failed("body without an answer");
        }
        return new Outcome.Answered(time, body.usage().isHit(), body.degraded());
    }
}
