package org.berea.worker.topics;

import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.berea.contracts.event.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Names every topic and how it is kept. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
    @Bean
    NewTopics topics(TopicSettings settings) {
        Stream<NewTopic> timed =
                Stream.concat(
                        Stream.of(Topics.COMPLETIONS, Topics.ALERTS).map(n -> timed(n, settings)),
                        Stream.of(ConsumerGroup.values())
                                .map(ConsumerGroup::deadLetters)
                                .map(name -> timed(name, settings)));
        Stream<NewTopic> compacted =
                Stream.of(Topics.PASSAGES, Topics.STUDY).map(name -> compacted(name, settings));
        return new NewTopics(Stream.concat(timed, compacted).toArray(NewTopic[]::new));
    }

    private static NewTopic timed(String name, TopicSettings settings) {
        return named(name, settings)
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(settings.retention().toMillis()))
                .build();
    }

    /**
     * Keeps the newest event of each chapter or note: a lost search index can be rebuilt from it at
     * any time.
     */
    private static NewTopic compacted(String name, TopicSettings settings) {
        return named(name, settings).compact().build();
    }

    private static TopicBuilder named(String name, TopicSettings settings) {
        return TopicBuilder.name(name)
                .partitions(settings.partitions())
                .replicas(settings.replication());
    }
}
