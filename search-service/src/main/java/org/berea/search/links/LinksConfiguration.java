package org.berea.search.links;

import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the cross references in memory up to date. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LinksConfiguration {
    private static final long REFRESH_MILLIS = 1_000;

    @Bean
    CurrentCrossReferences currentCrossReferences(Engine engine) {
        return new CurrentCrossReferences(engine);
    }

    @Bean
    Refresh crossReferencesRefresh(CurrentCrossReferences references) {
        return new Refresh(references);
    }

    /**
     * The index may be that of another instance too, so it is looked at rather than listened to.
     */
    static final class Refresh {
        private static final Logger log = LoggerFactory.getLogger(Refresh.class);

        private final CurrentCrossReferences references;

        private Refresh(CurrentCrossReferences references) {
            this.references = references;
        }

        @Scheduled(fixedDelay = REFRESH_MILLIS)
        void refresh() {
            try {
                references.refresh();
            } catch (EngineAwayException e) {
                log.debug("cross references are read later", e);
            }
        }
    }
}
