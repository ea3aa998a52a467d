package org.berea.search;

import java.util.List;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.engine.KeptInMemory;
import org.berea.search.lexicon.Lexicons;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.meaning.CurrentTiedVectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps up to date what is kept in memory. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MemoryConfiguration {
    private static final long REFRESH_MILLIS = 1_000;

    @Bean
    CurrentCrossReferences crossReferences(Engine engine) {
        return new CurrentCrossReferences(engine);
    }

    @Bean
    Lexicons lexicons(Engine engine) {
        return new Lexicons(engine);
    }

    @Bean
    CurrentTiedVectors tiedVectors(Engine engine, CurrentCrossReferences references) {
        return new CurrentTiedVectors(engine, references);
    }

    @Bean
    Refresh refresh(
            CurrentCrossReferences references, Lexicons lexicons, CurrentTiedVectors vectors) {
        return new Refresh(List.of(references, lexicons, vectors));
    }

    /** What the index holds already is read before the service says that it is ready. */
    @Bean
    ApplicationRunner firstRefresh(Refresh refresh) {
        return _ -> refresh.all();
    }

    /**
     * The index may be that of another instance too, so it is looked at rather than listened to.
     *
     * @param kept what depends on others after them
     */
    record Refresh(List<KeptInMemory> kept) {
        private static final Logger log = LoggerFactory.getLogger(Refresh.class);

        @Scheduled(fixedDelay = REFRESH_MILLIS)
        void all() {
            try {
                kept.forEach(KeptInMemory::refresh);
            } catch (EngineAwayException e) {
                log.debug("the index is read later", e);
            }
        }
    }
}
