package org.berea.search.engine.lucene;

import org.berea.search.engine.EngineSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Opens the index at the start and keeps its view fresh. */
@Configuration
@ConditionalOnProperty(
        name = "berea.search.engine.name",
        havingValue = "lucene",
        matchIfMissing = true)
@EnableScheduling
class LuceneConfiguration {
    private static final long REFRESH_MILLIS = 5_000;

    private final LuceneEngine engine;

    LuceneConfiguration(EngineSettings settings) {
        this.engine = LuceneEngine.open(settings.folder());
    }

    @Bean
    LuceneEngine engine() {
        return engine;
    }

    @Scheduled(fixedDelay = REFRESH_MILLIS, initialDelay = REFRESH_MILLIS)
    void refresh() {
        engine.refresh();
    }
}
