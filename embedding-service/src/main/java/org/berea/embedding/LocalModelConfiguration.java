package org.berea.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.embedding.bulk.EmbeddedText;
import org.berea.embedding.caching.QueryCache;
import org.berea.embedding.chunking.LongTexts;
import org.berea.embedding.coalescing.EncoderThreads;
import org.berea.embedding.coalescing.EncodingQueue;
import org.berea.embedding.coalescing.QueueMetrics;
import org.berea.embedding.encoding.BgeEncoder;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.ModelIdentity;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The model inside this process: cache, pieces, queue, encoder threads. It is loaded and warm
 * before the service calls itself ready. Any name but {@code remote} leads here, and one that is
 * not known is refused by the settings.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${berea.embedding.model:}' != '" + EmbeddingSettings.REMOTE + "'")
class LocalModelConfiguration {
    @Bean
    BgeEncoder encoder() {
        return BgeEncoder.load();
    }

    @Bean
    ModelIdentity model(EmbeddingSettings settings, BgeEncoder encoder) {
        return encoder.identity().embedding(EmbeddedText.RECIPE);
    }

    @Bean
    Capacity capacity(EmbeddingSettings settings) {
        return new Capacity(settings.encoderThreads());
    }

    @Bean
    EncoderThreads encoderThreads(
            Capacity capacity, EncodingQueue queue, BgeEncoder encoder, QueueMetrics metrics) {
        return new EncoderThreads(capacity.texts(), queue, encoder, metrics);
    }

    @Bean
    LongTexts longTexts(EncodingQueue queue) {
        return new LongTexts(queue);
    }

    @Bean
    Embedder embedder(LongTexts texts, EmbeddingSettings settings, MeterRegistry meters) {
        return new QueryCache(texts, settings.cache(), meters);
    }
}
