package org.berea.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.embedding.coalescing.EncodingQueue;
import org.berea.embedding.coalescing.QueueMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both kinds of model need; each puts the stages in order in a configuration of its own. */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {
    @Bean
    QueueMetrics queueMetrics(MeterRegistry meters) {
        return new QueueMetrics(meters);
    }

    @Bean
    EncodingQueue encodingQueue(EmbeddingSettings settings, QueueMetrics metrics) {
        return new EncodingQueue(settings.queue(), metrics);
    }
}
