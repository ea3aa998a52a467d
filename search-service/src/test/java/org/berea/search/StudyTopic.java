package org.berea.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Who publishes what users do to their notes. */
final class StudyTopic {
    private static final int PARTITIONS = 3;

    private final PassagesTopic kafka;
    private final JsonMapper mapper = JsonMapper.builder().build();

    private StudyTopic(PassagesTopic kafka) {
        this.kafka = kafka;
    }

    /** Beside the topic of passages, on the same Kafka. */
    static StudyTopic create(PassagesTopic kafka) throws Exception {
        kafka.create(Topics.STUDY);
        return new StudyTopic(kafka);
    }

    void publish(List<? extends StudyEvent> events) throws Exception {
        for (StudyEvent event : events) {
            int partition = Math.floorMod(event.key().hashCode(), PARTITIONS);
            kafka.publish(Topics.STUDY, partition, event.key(), mapper.writeValueAsBytes(event));
        }
    }

    void publish(String value) throws Exception {
        kafka.publish(Topics.STUDY, 0, "a key", value.getBytes(StandardCharsets.UTF_8));
    }
}
