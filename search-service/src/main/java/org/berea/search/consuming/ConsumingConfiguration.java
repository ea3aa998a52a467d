package org.berea.search.consuming;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.FixedBackOff;

/** Starts the listeners and keeps them going. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConsumingConfiguration {
    private static final long RETRY_MILLIS = 2_000;

    /** Events that cannot be stored now are tried until they can: none may be skipped. */
    @Bean
    CommonErrorHandler retryForEver() {
        return new DefaultErrorHandler(
                new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    ListenerStart listenerStart(KafkaListenerEndpointRegistry listeners) {
        return new ListenerStart(listeners);
    }

    @Bean
    Rewinding rewinding(KafkaListenerEndpointRegistry listeners) {
        return new Rewinding(listeners);
    }
}
