package org.berea.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.embedding.caching.QueryCache;
import org.berea.embedding.coalescing.EncoderThreads;
import org.berea.embedding.coalescing.EncodingQueue;
import org.berea.embedding.coalescing.QueueMetrics;
import org.berea.embedding.encoding.BgeEncoder;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.ModelIdentity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the stages in their order: cache, queue, encoder. The model is loaded and warm before the
 * service calls itself ready.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {
    @Bean
    BgeEncoder encoder() {
        return BgeEncoder.load();
    }

    @Bean
    ModelIdentity model(BgeEncoder encoder) {
        return encoder.identity();
    }

    @Bean
    QueueMetrics queueMetrics(MeterRegistry meters) {
        return new QueueMetrics(meters);
    }

    @Bean
    EncodingQueue encodingQueue(EmbeddingSettings settings, QueueMetrics metrics) {
        return new EncodingQueue(settings.queue(), metrics);
    }

    @Bean
    EncoderThreads encoderThreads(
            EmbeddingSettings settings,
            EncodingQueue queue,
            BgeEncoder encoder,
            QueueMetrics metrics) {
        return new EncoderThreads(settings.encoderThreads(), queue, encoder, metrics);
    }

    @Bean
    Embedder embedder(EmbeddingSettings settings, EncodingQueue queue, MeterRegistry meters) {
        return new QueryCache(queue, settings.cache(), meters);
    }
}
