package org.berea.simulator;

import java.time.Duration;
import org.berea.simulator.answering.ChatController;
import org.berea.simulator.answering.ModelsController;
import org.berea.simulator.behaviour.Behaviours;
import org.berea.simulator.behaviour.ControlController;
import org.berea.simulator.embedding.EmbeddingsController;
import org.berea.simulator.journal.Journal;
import org.berea.simulator.journal.JournalController;
import org.berea.simulator.openai.ApiKeys;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** All parts, named one by one, and just so much of Spring Boot as they need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorSettings.class)
@ImportAutoConfiguration({
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class
})
@Import({
    ChatController.class,
    ControlController.class,
    JournalController.class,
    HealthController.class,
    Errors.class
})
class SimulatorConfiguration implements WebFluxConfigurer {
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(LARGEST_BODY);
    }

    @Bean
    ApiKeys apiKeys(SimulatorSettings settings) {
        return new ApiKeys(settings.apiKey());
    }

    @Bean
    Behaviours behaviours(SimulatorSettings settings) {
        return new Behaviours(settings.initialBehaviour());
    }

    @Bean
    Journal journal(SimulatorSettings settings) {
        return new Journal(settings.journalSize());
    }

    @Bean
    ModelsController modelsController(ApiKeys keys, SimulatorSettings settings) {
        return new ModelsController(keys, settings.models());
    }

    @Bean
    EmbeddingsController embeddingsController(ApiKeys keys, SimulatorSettings settings) {
        return new EmbeddingsController(keys, settings.embeddingDimension());
    }

    /** Threads of its own: closing the shared ones would cut off whoever else lives in the JVM. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.setShutdownTimeout(Duration.ofSeconds(1));
        return resources;
    }
}
