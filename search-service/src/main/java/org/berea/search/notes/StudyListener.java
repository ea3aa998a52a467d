package org.berea.search.notes;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.Topics;
import org.berea.search.consuming.TopicReader;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;

/** Reads the topic {@code study}. */
final class StudyListener {
    private final TopicReader<StudyEvent> reader;

    StudyListener(TopicReader<StudyEvent> reader) {
        this.reader = reader;
    }

    @KafkaListener(
            id = Topics.STUDY,
            groupId = "${berea.search.notes.group}",
            topics = Topics.STUDY,
            containerFactory = NotesConfiguration.LISTENERS,
            autoStartup = "false")
    void read(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        reader.read(records, acknowledgment);
    }
}
