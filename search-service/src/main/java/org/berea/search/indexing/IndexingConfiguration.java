package org.berea.search.indexing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.berea.contracts.event.PassagesEvent;
import org.berea.search.consuming.CatchUp;
import org.berea.search.consuming.CatchUpHealth;
import org.berea.search.consuming.EventDecoder;
import org.berea.search.consuming.FromTheStore;
import org.berea.search.consuming.TopicReader;
import org.berea.search.engine.Engine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts indexing together. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {
    @Bean
    IndexingMetrics indexingMetrics(MeterRegistry meters) {
        return new IndexingMetrics(meters);
    }

    @Bean
    Indexing indexing(Engine engine, IndexingMetrics metrics) {
        return new Indexing(engine, metrics);
    }

    @Bean
    Gaps gaps(Engine engine) {
        return new Gaps(engine);
    }

    @Bean
    CatchUp catchUp(Clock clock, IndexingSettings settings) {
        return new CatchUp(clock, settings.contact(), settings.reading());
    }

    @Bean
    CatchUpHealth indexHealthIndicator(CatchUp catchUp) {
        return new CatchUpHealth(catchUp);
    }

    @Bean
    FromTheStore fromTheStore(Indexing indexing, CatchUp catchUp) {
        return new FromTheStore(indexing::offsets, catchUp);
    }

    @Bean
    PassageListener passageListener(
            JsonMapper mapper, IndexingMetrics metrics, Indexing indexing, CatchUp catchUp) {
        var decoder = new EventDecoder<>(mapper, PassagesEvent.class, metrics::count);
        return new PassageListener(
                new TopicReader<>(decoder, indexing::index, indexing::offsets, catchUp));
    }
}
