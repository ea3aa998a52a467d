package org.berea.search.notes.lucene;

import org.berea.search.notes.NoteSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Opens the store at the start and lets it forget what was deleted. */
@Configuration
@ConditionalOnProperty(
        name = "berea.search.engine.name",
        havingValue = "lucene",
        matchIfMissing = true)
@EnableScheduling
class LuceneNotesConfiguration {
    private static final long TIDY_MILLIS = 60_000;

    private final LuceneNoteStore store;

    LuceneNotesConfiguration(NoteSettings settings) {
        this.store = LuceneNoteStore.open(settings.folder());
    }

    @Bean
    LuceneNoteStore noteStore() {
        return store;
    }

    @Scheduled(fixedDelay = TIDY_MILLIS, initialDelay = TIDY_MILLIS)
    void tidy() {
        store.tidy();
    }
}
