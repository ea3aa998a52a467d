package org.berea.embedding.bulk;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.chassis.metrics.Metric;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.PieceEmbedder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Listens to imports and notes, and looks for what was missed. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {
    private static final Logger log = LoggerFactory.getLogger(BulkConfiguration.class);
    // Gaps come as the chapters themselves.
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    @Bean
    ConsumerGroups consumerGroups(ModelIdentity model) {
        return ConsumerGroups.of(model);
    }

    @Bean
    Traffic imports(BulkSettings settings) {
        return new Traffic(Clock.systemUTC(), settings.quiet());
    }

    @Bean
    SearchInstances searchInstances(
            ServiceClients clients,
            BulkSettings settings,
            JsonMapper mapper,
            MeterRegistry meters) {
        WebClient client = tolerant(clients, settings, mapper);
        List<SearchInstance> instances =
                settings.search().stream().map(uri -> instance(uri, client, settings)).toList();
        return new SearchInstances(instances, meters);
    }

    @Bean
    Packing packing(
            Embedder embedder, PieceEmbedder pieces, ModelIdentity model, BulkSettings settings) {
        var patience = new Patience(settings.firstRetry(), settings.longestRetry());
        return new Packing(embedder, pieces, model, patience);
    }

    @Bean
    Feed feed(JsonMapper mapper, SearchInstances search, MeterRegistry meters) {
        return new Feed(new RecordReader(mapper), search, meters);
    }

    @Bean
    PassageListener passageListener(
            Feed feed, Packing packing, ConsumerGroups groups, Traffic imports) {
        return new PassageListener(feed, packing, groups, imports);
    }

    @Bean
    StudyListener studyListener(Feed feed, Packing packing, ConsumerGroups groups) {
        return new StudyListener(feed, packing, groups);
    }

    @Bean
    GapWatch gapWatch(
            GapFilling gaps,
            Traffic imports,
            ConsumerGroups groups,
            KafkaAdmin kafka,
            BulkSettings settings) {
        var backlog = new Backlog(Admin.create(kafka.getConfigurationProperties()), groups);
        return GapWatch.start(gaps, imports, backlog, settings.gapCheck());
    }

    @Bean
    GapFilling gapFilling(
            SearchInstances search,
            Packing packing,
            ModelIdentity model,
            Traffic imports,
            MeterRegistry meters) {
        return new GapFilling(search, packing, model, imports, meters);
    }

    /** Tries again without end: a vector left out would be missing until somebody asks for it. */
    @Bean
    DefaultErrorHandler retryUntilDone(BulkSettings settings, MeterRegistry meters) {
        var waits = new ExponentialBackOff(settings.firstRetry().toMillis(), 2);
        waits.setMaxInterval(settings.longestRetry().toMillis());
        var handler = new DefaultErrorHandler(waits);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(
                (failed, failure, attempt) -> noteRetry(meters, failed, failure, attempt));
        return handler;
    }

    private static SearchInstance instance(URI uri, WebClient client, BulkSettings settings) {
        return new SearchInstance(uri, client, settings.limit(), new Absence(Clock.systemUTC()));
    }

    private static WebClient tolerant(
            ServiceClients clients, BulkSettings settings, JsonMapper mapper) {
        var reader =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        return clients.toInstances(ServiceName.SEARCH, settings.limit())
                .mutate()
                .codecs(
                        codecs -> {
                            codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
                            codecs.defaultCodecs()
                                    .jacksonJsonDecoder(new JacksonJsonDecoder(reader));
                        })
                .build();
    }

    private static void noteRetry(
            MeterRegistry meters,
            ConsumerRecord<?, ?> failed,
            @Nullable Exception failure,
            int attempt) {
        log.warn("offset {} failed for the {}. time: {}", failed.offset(), attempt, why(failure));
        Metric.EVENTS_CONSUMED
                .counter(
                        meters,
                        "consumer",
                        Feed.consumer(failed),
                        "outcome",
                        Outcome.RETRIED.label())
                .increment();
    }

    private static String why(@Nullable Exception failure) {
        return failure == null
                ? "unknown"
                : NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
