package org.berea.search.notes.weaviate;

import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the notes where the index is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "berea.search.engine.name", havingValue = "weaviate")
class WeaviateNotesConfiguration {
    @Bean
    WeaviateNoteStore noteStore(Weaviate weaviate, WeaviateSettings settings) {
        return WeaviateNoteStore.open(weaviate, settings);
    }
}
