package org.berea.search.indexing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Puts indexing together. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {
    private static final long RETRY_MILLIS = 2_000;

    @Bean
    IndexingMetrics indexingMetrics(MeterRegistry meters) {
        return new IndexingMetrics(meters);
    }

    @Bean
    Indexing indexing(Engine engine, IndexingMetrics metrics, EngineSettings settings) {
        return new Indexing(engine, metrics, settings.dimension());
    }

    @Bean
    CatchUp catchUp(Clock clock, IndexingSettings settings) {
        return new CatchUp(clock, settings.contact(), settings.reading());
    }

    @Bean
    IndexHealth indexHealthIndicator(CatchUp catchUp) {
        return new IndexHealth(catchUp);
    }

    @Bean
    FromTheIndex fromTheIndex(Indexing indexing, CatchUp catchUp) {
        return new FromTheIndex(indexing, catchUp);
    }

    @Bean
    PassageListener passageListener(
            JsonMapper mapper, IndexingMetrics metrics, Indexing indexing, CatchUp catchUp) {
        return new PassageListener(new PassageDecoder(mapper, metrics), indexing, catchUp);
    }

    /** Events that cannot be stored now are tried until they can: none may be skipped. */
    @Bean
    CommonErrorHandler retryForEver() {
        return new DefaultErrorHandler(
                new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    ListenerStart listenerStart(KafkaListenerEndpointRegistry listeners) {
        return new ListenerStart(listeners);
    }
}
