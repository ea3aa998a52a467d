package org.berea.inference.streaming;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.berea.chassis.problem.ProblemConfiguration;
import org.berea.chassis.problem.ProblemResponse;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What writing to the wire needs. */
final class Wire {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private Wire() {}

    static ProblemResponse problems() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MeterRegistry.class, () -> METERS);
        context.registerBean(JsonMapper.class, () -> MAPPER);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(ProblemConfiguration.class);
        context.refresh();
        return context.getBean(ProblemResponse.class);
    }
}
