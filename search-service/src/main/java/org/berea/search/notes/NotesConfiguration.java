package org.berea.search.notes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.berea.contracts.event.StudyEvent;
import org.berea.search.consuming.CatchUp;
import org.berea.search.consuming.CatchUpHealth;
import org.berea.search.consuming.EventDecoder;
import org.berea.search.consuming.FromTheStore;
import org.berea.search.consuming.TopicReader;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Puts the notes together. */
@Configuration(proxyBeanMethods = false)
class NotesConfiguration {
    static final String LISTENERS = "studyListeners";

    private final CatchUp catchUp;

    NotesConfiguration(Clock clock, NoteSettings settings) {
        this.catchUp = new CatchUp(clock, settings.contact(), settings.reading());
    }

    @Bean
    NoteMetrics noteMetrics(MeterRegistry meters, NoteStore store) {
        return new NoteMetrics(meters, store);
    }

    @Bean
    NoteIndexing noteIndexing(NoteStore store, NoteMetrics metrics) {
        return new NoteIndexing(store, metrics);
    }

    @Bean
    NoteSearch noteSearch(NoteStore store, NoteMetrics metrics) {
        return new NoteSearch(store, NoteFloors.CHOSEN, metrics);
    }

    @Bean
    CatchUpHealth notesHealthIndicator() {
        return new CatchUpHealth(catchUp);
    }

    @Bean
    StudyListener studyListener(JsonMapper mapper, NoteMetrics metrics, NoteIndexing indexing) {
        return new StudyListener(
                new TopicReader<>(
                        decoder(mapper, metrics), indexing::index, indexing::offsets, catchUp));
    }

    /** As the service's other listener, but beginning where the notes end. */
    @Bean(LISTENERS)
    ConcurrentKafkaListenerContainerFactory<Object, Object> studyListeners(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            NoteIndexing indexing) {
        var listeners = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(listeners, consumers);
        listeners
                .getContainerProperties()
                .setConsumerRebalanceListener(new FromTheStore(indexing::offsets, catchUp));
        return listeners;
    }

    static EventDecoder<StudyEvent> decoder(JsonMapper mapper, NoteMetrics metrics) {
        return new EventDecoder<>(mapper, StudyEvent.class, metrics::count);
    }
}
