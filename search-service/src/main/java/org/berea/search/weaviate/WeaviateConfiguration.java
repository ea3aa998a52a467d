package org.berea.search.weaviate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the server when it keeps the index. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "berea.search.engine.name", havingValue = "weaviate")
class WeaviateConfiguration {
    @Bean
    Weaviate weaviate(WeaviateSettings settings) {
        return Weaviate.open(settings);
    }
}
