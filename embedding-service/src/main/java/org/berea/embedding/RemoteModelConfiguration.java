package org.berea.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.client.Guard;
import org.berea.embedding.bulk.EmbeddedText;
import org.berea.embedding.caching.QueryCache;
import org.berea.embedding.caching.RedisVectors;
import org.berea.embedding.caching.SharedCache;
import org.berea.embedding.chunking.LongTexts;
import org.berea.embedding.coalescing.CallLimits;
import org.berea.embedding.coalescing.EncodingQueue;
import org.berea.embedding.coalescing.QueueMetrics;
import org.berea.embedding.coalescing.RemoteCalls;
import org.berea.embedding.encoding.EstimatedLength;
import org.berea.embedding.encoding.RemoteEncoder;
import org.berea.embedding.encoding.RemoteSettings;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.ModelIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A model on another machine: cache, shared cache, pieces, queue, calls. It need not be there when
 * the service starts; only with this model does the service use Redis.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "berea.embedding.model", havingValue = EmbeddingSettings.REMOTE)
class RemoteModelConfiguration {
    @Bean
    RemoteEncoder encoder(RemoteSettings settings, Guard.Factory guards) {
        return new RemoteEncoder(settings.checked(), guards);
    }

    @Bean
    ModelIdentity model(RemoteEncoder encoder) {
        return encoder.identity().embedding(EmbeddedText.RECIPE);
    }

    @Bean
    Capacity capacity(RemoteSettings settings) {
        return new Capacity(settings.batch());
    }

    @Bean
    RemoteCalls remoteCalls(
            RemoteSettings settings,
            EncodingQueue queue,
            RemoteEncoder encoder,
            QueueMetrics metrics) {
        var limits = new CallLimits(settings.calls(), settings.batch());
        return new RemoteCalls(queue, encoder, metrics, limits);
    }

    @Bean
    LongTexts longTexts(EncodingQueue queue, RemoteSettings settings) {
        return new LongTexts(new EstimatedLength(queue, settings));
    }

    @Bean
    RedisVectors redisVectors(
            @Value("${spring.data.redis.url}") String url,
            RemoteSettings settings,
            Guard.Factory guards) {
        return new RedisVectors(url, settings.cacheExpiry(), guards);
    }

    @Bean
    Embedder embedder(
            LongTexts texts,
            RedisVectors vectors,
            ModelIdentity model,
            EmbeddingSettings settings,
            MeterRegistry meters) {
        var shared = new SharedCache(texts, vectors, model, meters);
        return new QueryCache(shared, settings.cache(), meters);
    }
}
