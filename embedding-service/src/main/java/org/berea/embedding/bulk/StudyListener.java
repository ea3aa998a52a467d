package org.berea.embedding.bulk;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes notes and highlights off the topic, in a group of its own: no import delays them. */
class StudyListener {
    private final Feed feed;
    private final Packing packing;
    private final ConsumerGroups groups;

    StudyListener(Feed feed, Packing packing, ConsumerGroups groups) {
        this.feed = feed;
        this.packing = packing;
        this.groups = groups;
    }

    /** Read by the listener's annotation. */
    public String group() {
        return groups.study();
    }

    @KafkaListener(
            id = "study",
            topics = Topics.STUDY,
            groupId = "#{__listener.group()}",
            idIsGroup = false)
    void onRecord(ConsumerRecord<String, @Nullable String> received) {
        feed.take(received, StudyEvent.class, packing::pack);
    }
}
