package org.berea.worker.importing;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.Translation;
import org.berea.worker.importing.VersesOfRecord.StoredChapter;
import org.berea.worker.publishing.Backlog;
import org.berea.worker.publishing.Batch;
import org.berea.worker.publishing.Batch.Message;
import org.springframework.stereotype.Component;

/** The chapters of current imports that Kafka has not acknowledged yet. */
@Component
final class PassageBacklog implements Backlog {
    private final ImportRuns runs;
    private final LoadedTranslations translations;
    private final VersesOfRecord verses;

    PassageBacklog(ImportRuns runs, LoadedTranslations translations, VersesOfRecord verses) {
        this.runs = runs;
        this.translations = translations;
        this.verses = verses;
    }

    @Override
    public String eventType() {
        return "passage.imported";
    }

    @Override
    public Optional<Batch> next(int most) {
        return runs.nextToPublish().map(run -> batch(run, most));
    }

    private Batch batch(ImportRun run, int most) {
        List<StoredChapter> chapters = verses.chapters(run.id(), run.published(), most);
        Translation translation =
                translations.findById(run.code()).orElseThrow().edition().withVerses(run.verses());
        return new Batch(
                chapters.stream().map(chapter -> message(run, translation, chapter)).toList(),
                () -> run.acknowledged(chapters.size()));
    }

    /** Keyed by chapter: spread over all partitions, and compacted to the newest of each. */
    private static Message message(ImportRun run, Translation translation, StoredChapter chapter) {
        var event =
                new PassageImported(
                        run.id(),
                        translation,
                        chapter.sequence(),
                        run.chapters(),
                        chapter.verses());
        return new Message(translation.code() + ":" + chapter.key(), event);
    }
}
