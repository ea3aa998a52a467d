package org.berea.search.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.PassagesEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventDecoderTest {
    private static final String EVENT =
            """
            {"type":"passage.imported.v1","importId":"01","sequence":0,"total":1,"future":true,
             "translation":{"code":"BST","name":"n","language":"en","licence":"free","verses":1},
             "verses":[{"ref":"ROM.8.28","text":"We know","future":1}]}
            """;

    private final List<Unread> counted = new ArrayList<>();
    private final EventDecoder<PassagesEvent> decoder =
            new EventDecoder<>(JsonMapper.builder().build(), PassagesEvent.class, counted::add);

    @Test
    void readsAnEventThatHasFieldsOfTheFuture() {
        var event = (PassageImported) decode(EVENT).orElseThrow();
        assertThat(event.verses().getFirst().text()).isEqualTo("We know");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"passage.removed.v1","importId":"01"}        | unknown
                    {"importId":"01"}                                    | unknown
                    {"type":"passage.imported.v1","importId":"01"}       | undecodable
                    not json                                             | undecodable
                    ''                                                   | undecodable
                    """)
    void countsAndLeavesOutWhatItCannotRead(String value, String outcome) {
        assertThat(decode(value)).isEmpty();
        assertThat(counted).extracting(Unread::label).containsExactly(outcome);
    }

    private Optional<PassagesEvent> decode(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return decoder.decode(new ConsumerRecord<>("passages", 0, 0, "BST", bytes));
    }
}
