package org.berea.chassis.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service the making of problem responses. */
@AutoConfiguration
public class ProblemConfiguration {
    @Bean
    ProblemResponse problemResponse(
            ObjectProvider<Tracer> tracer, MeterRegistry meters, JsonMapper mapper, Clock clock) {
        return new ProblemResponse(tracer, meters, mapper, clock);
    }
}
