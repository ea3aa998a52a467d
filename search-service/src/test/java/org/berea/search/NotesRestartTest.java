package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.berea.contracts.event.NoteSaved;
import org.berea.search.notes.Notes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesRestartTest {
    @Test
    void goesOnWhereItWasAndReadsNothingTwice(@TempDir Path folder) throws Exception {
        try (var kafka = PassagesTopic.start(folder.resolve("kafka"))) {
            var study = StudyTopic.create(kafka);
            study.publish(List.of(saved("a"), saved("b"), saved("c")));
            try (var search = RunningSearch.start(folder, kafka.bootstrapServers())) {
                Eventually.holds("it has read", () -> notes(search) == 3);
                assertThat(consumed(search)).isEqualTo(3);
            }
            study.publish(List.of(saved("d")));
            try (var search = RunningSearch.start(folder, kafka.bootstrapServers())) {
                Eventually.holds("it has read on", () -> notes(search) == 4);
                assertThat(consumed(search)).isEqualTo(1);
            }
        }
    }

    private static NoteSaved saved(String id) {
        return new NoteSaved(id, "alice", 1, null, "A kestrel", Notes.minute(1));
    }

    private static double notes(RunningSearch search) throws InterruptedException {
        return search.client().metric("berea_search_indexed_notes", "kind=\"text\"");
    }

    private static double consumed(RunningSearch search) throws InterruptedException {
        return search.client().metric("berea_events_consumed_total", "consumer=\"search-notes\"");
    }
}
