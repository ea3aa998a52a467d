package org.berea.worker.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.config.TopicConfig;
import org.berea.contracts.event.Topics;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Suite.class)
class TopicsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Servers servers;
    private final RunningWorker worker;

    TopicsTest(Servers servers, RunningWorker worker) {
        this.servers = servers;
        this.worker = worker;
    }

    @BeforeEach
    void awaitTopics() {
        await().atMost(SOON).until(worker.bean(TopicCreation.class)::isDone);
    }

    @Test
    void keepTheNewestEventOfEachChapterAndNoteForEver() throws Exception {
        for (String topic : List.of(Topics.PASSAGES, Topics.STUDY)) {
            assertThat(setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG)).isEqualTo("compact");
        }
    }

    @Test
    void keepAllOtherEventsForATime() throws Exception {
        for (String topic :
                List.of(Topics.COMPLETIONS, Topics.ALERTS, ConsumerGroup.AUDIT.deadLetters())) {
            assertThat(setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG)).isEqualTo("delete");
            assertThat(setting(topic, TopicConfig.RETENTION_MS_CONFIG))
                    .isEqualTo(Long.toString(Duration.ofDays(14).toMillis()));
        }
    }

    @Test
    void haveAsManyPartitionsAsIsSet() throws Exception {
        try (Admin admin = admin()) {
            var topics = List.of(Topics.COMPLETIONS, Topics.PASSAGES, Topics.STUDY);
            assertThat(admin.describeTopics(topics).allTopicNames().get(20, TimeUnit.SECONDS))
                    .hasSize(3)
                    .allSatisfy((_, topic) -> assertThat(topic.partitions()).hasSize(6));
        }
    }

    private String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(Type.TOPIC, topic);
        try (Admin admin = admin()) {
            var found = admin.describeConfigs(List.of(resource)).all().get(20, TimeUnit.SECONDS);
            return Objects.requireNonNull(found.get(resource)).get(name).value();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));
    }
}
