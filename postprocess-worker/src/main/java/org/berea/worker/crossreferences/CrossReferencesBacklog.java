package org.berea.worker.crossreferences;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.worker.crossreferences.CrossReferencesOfRecord.StoredChapter;
import org.berea.worker.publishing.Backlog;
import org.berea.worker.publishing.Batch;
import org.berea.worker.publishing.Batch.Message;
import org.springframework.stereotype.Component;

/** The chapters of the newest cross references that Kafka has not acknowledged yet. */
@Component
final class CrossReferencesBacklog implements Backlog {
    /** No translation is called so. */
    private static final String KEY_PREFIX = "XREF:";

    private final CrossReferencesRuns runs;
    private final CrossReferencesOfRecord records;

    CrossReferencesBacklog(CrossReferencesRuns runs, CrossReferencesOfRecord records) {
        this.runs = runs;
        this.records = records;
    }

    @Override
    public String eventType() {
        return "cross-references.imported";
    }

    @Override
    public Optional<Batch> next(int most) {
        return runs.nextToPublish().map(run -> batch(run, most));
    }

    private Batch batch(CrossReferencesRun run, int most) {
        List<StoredChapter> chapters = records.chapters(run.id(), run.published(), most);
        return new Batch(
                chapters.stream().map(chapter -> message(run, chapter)).toList(),
                () -> run.acknowledged(chapters.size()));
    }

    private static Message message(CrossReferencesRun run, StoredChapter chapter) {
        var event =
                new CrossReferencesImported(
                        run.id(),
                        run.source(),
                        chapter.sequence(),
                        run.chapters(),
                        chapter.references());
        return new Message(KEY_PREFIX + chapter.key(), event);
    }
}
