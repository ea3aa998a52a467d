package org.berea.localstack.commands;

import java.io.PrintStream;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;

/** Follows an import until its last verse can be searched, and tells how far it is. */
final class ImportProgress {
    private static final String SERVES_NOW =
            "It is found by its words now, and by its meaning once it is embedded.";
    private static final String SERVES_LATER =
            "It takes the place of the earlier text once it is embedded.";

    private final Polling polling;
    private final String path;
    private final PrintStream out;

    /**
     * @param path where the state of the import is told
     */
    ImportProgress(Polling polling, String path, PrintStream out) {
        this.polling = polling;
        this.path = path;
        this.out = out;
    }

    /**
     * Returns when all can be searched, having said what was loaded.
     *
     * @param replaces whether there was a text of that name before, which goes on serving until
     *     this one is whole
     */
    void follow(ImportState sent, boolean replaces) throws InterruptedException {
        ImportState done = awaitPublished(sent);
        awaitSearchable(done);
        out.println(Printable.of(summary(done)));
        if (done.status() != ImportState.Status.UNCHANGED) {
            out.println(replaces ? SERVES_LATER : SERVES_NOW);
        }
    }

    private ImportState awaitPublished(ImportState sent) throws InterruptedException {
        ImportState state = sent;
        while (state.status() == ImportState.Status.PUBLISHING) {
            polling.pause(
                    "%d of %d chapters passed on".formatted(state.published(), state.total()));
            state = polling.read(path, ImportState.class);
        }
        return state;
    }

    private void awaitSearchable(ImportState done) throws InterruptedException {
        int verses = searchable(done.code());
        while (verses < done.verses()) {
            polling.pause("%d of %d verses searchable".formatted(verses, done.verses()));
            verses = searchable(done.code());
        }
    }

    private int searchable(String code) throws InterruptedException {
        return polling.read("/ai/translations", Translations.class).translations().stream()
                .filter(translation -> translation.code().equals(code))
                .mapToInt(Translation::verses)
                .findFirst()
                .orElse(0);
    }

    private static String summary(ImportState done) {
        String what =
                done.status() == ImportState.Status.UNCHANGED ? "was loaded already" : "is loaded";
        return "%s (%s) %s: %d books, %d chapters, %d verses"
                .formatted(
                        done.name(),
                        done.code(),
                        what,
                        done.books(),
                        done.chapters(),
                        done.verses());
    }
}
