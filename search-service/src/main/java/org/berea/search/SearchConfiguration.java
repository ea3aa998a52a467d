package org.berea.search;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.lexicon.Lexicons;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.meaning.CurrentTiedVectors;
import org.berea.search.notes.NoteSearch;
import org.berea.search.recall.Floors;
import org.berea.search.recall.Recall;
import org.berea.search.reranking.Reranking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the search above the engine together. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

    @Bean
    Search search(
            Engine engine,
            Lexicons lexicons,
            CurrentCrossReferences references,
            CurrentTiedVectors tied,
            MeterRegistry meters) {
        return new Search(
                engine,
                new Recall(lexicons, Floors.CHOSEN),
                new Reranking(lexicons, references, tied, Floors.CHOSEN),
                new SearchMetrics(meters));
    }

    @Bean
    PersonalSearch personalSearch(Search search, NoteSearch notes) {
        return new PersonalSearch(search, notes);
    }

    @Bean
    Lookup lookup(Engine engine, CurrentCrossReferences references) {
        return new Lookup(engine, references);
    }

    @Bean
    ApplicationRunner warmUp(Search search) {
        return _ -> warmUpIfReached(search);
    }

    private static void warmUpIfReached(Search search) {
        try {
            search.warmUp();
        } catch (EngineAwayException e) {
            log.info("the index has not been reached yet, the first questions will take longer");
        }
    }
}
