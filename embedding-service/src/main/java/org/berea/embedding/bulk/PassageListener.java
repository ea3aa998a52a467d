package org.berea.embedding.bulk;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.event.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/**
 * Takes chapters off the topic; an offset is committed when search has the chapter. Two at a time,
 * so that one is embedded while search stores the other.
 */
class PassageListener {
    private final Feed feed;
    private final Packing packing;
    private final ConsumerGroups groups;
    private final Traffic imports;

    PassageListener(Feed feed, Packing packing, ConsumerGroups groups, Traffic imports) {
        this.feed = feed;
        this.packing = packing;
        this.imports = imports;
        this.groups = groups;
    }

    /** Read by the listener's annotation. */
    public String group() {
        return groups.passages();
    }

    @KafkaListener(
            id = "passages",
            topics = Topics.PASSAGES,
            groupId = "#{__listener.group()}",
            idIsGroup = false,
            concurrency = "2")
    void onRecord(ConsumerRecord<String, @Nullable String> received) {
        imports.during(() -> feed.take(received, PassagesEvent.class, this::pack));
    }

    private Mono<Parcel> pack(PassagesEvent event) {
        return switch (event) {
            case PassageImported chapter -> packing.pack(chapter);
            case CrossReferencesImported _ -> Mono.empty();
        };
    }
}
