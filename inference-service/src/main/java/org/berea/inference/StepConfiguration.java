package org.berea.inference;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Steps of traces are no metrics of their own: stages have theirs, with a histogram. */
@Configuration(proxyBeanMethods = false)
class StepConfiguration {
    @Bean
    MeterFilter noMetricsOfSteps() {
        return MeterFilter.denyNameStartsWith(StageTimes.STEP);
    }
}
