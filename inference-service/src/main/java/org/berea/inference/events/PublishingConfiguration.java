package org.berea.inference.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** Keeps what people asked out of the log when it cannot be published. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    @Bean
    ProducerListener<Object, Object> producerListener() {
        var listener = new LoggingProducerListener<Object, Object>();
        listener.setIncludeContents(false);
        return listener;
    }
}
