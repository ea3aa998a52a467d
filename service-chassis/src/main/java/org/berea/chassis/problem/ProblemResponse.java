package org.berea.chassis.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/** Makes the response of a problem: its request id, its body, how long to wait; and counts it. */
public final class ProblemResponse {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ObjectProvider<Tracer> tracer;
    private final MeterRegistry meters;
    private final JsonMapper mapper;
    private final Clock clock;

    ProblemResponse(
            ObjectProvider<Tracer> tracer, MeterRegistry meters, JsonMapper mapper, Clock clock) {
        this.tracer = tracer;
        this.meters = meters;
        this.mapper = mapper;
        this.clock = clock;
        Arrays.stream(ProblemType.values()).map(ProblemType::code).forEach(this::problems);
    }

    /** The problem with the id to quote when reporting it; also counts it. */
    public Problem complete(Problem problem) {
        String code = ProblemType.of(problem.type()).map(ProblemType::code).orElse("other");
        problems(code).increment();
        return problem.requestId() == null ? problem.withRequestId(traceId()) : problem;
    }

    private Counter problems(String code) {
        return Metric.PROBLEMS.counter(meters, "type", code);
    }

    public byte[] body(Problem problem) {
        return mapper.writeValueAsBytes(problem);
    }

    /** Seconds for {@code Retry-After}: until the reset, or soon for what passes by itself. */
    public Optional<Long> retryAfter(Problem problem) {
        if (!problem.retryable()) {
            return Optional.empty();
        }
        Duration wait =
                problem.resetAt() == null
                        ? SOON
                        : Duration.between(clock.instant(), problem.resetAt());
        return Optional.of(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private @org.jspecify.annotations.Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
