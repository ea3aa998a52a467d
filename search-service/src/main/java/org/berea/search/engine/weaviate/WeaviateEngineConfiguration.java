package org.berea.search.engine.weaviate;

import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the engine when it is the chosen one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "berea.search.engine.name", havingValue = "weaviate")
class WeaviateEngineConfiguration {
    @Bean
    WeaviateEngine engine(Weaviate weaviate, WeaviateSettings settings) {
        return WeaviateEngine.open(weaviate, settings);
    }

    /**
     * Not ready before the server was reached once. Later outages change nothing: they hit all
     * instances alike, and one that is left out cannot even say what is wrong.
     */
    @Bean
    HealthIndicator weaviateHealthIndicator(WeaviateEngine engine) {
        return () -> engine.isReached() ? Health.up().build() : Health.outOfService().build();
    }
}
