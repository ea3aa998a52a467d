package org.berea.localstack.commands;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;

/** Follows an import until its last verse can be searched, and tells how far it is. */
final class ImportProgress {
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(30);
    private static final long POLL_MILLIS = 500;

    private final Supplier<GatewayClient> clients;
    private final String path;
    private final PrintStream out;
    private final Instant end = Instant.now().plus(IMPORT_LIMIT);
    private String told = "";

    /**
     * @param clients gives one with a fresh token
     * @param path where the state of the import is told
     */
    ImportProgress(Supplier<GatewayClient> clients, String path, PrintStream out) {
        this.clients = clients;
        this.path = path;
        this.out = out;
    }

    /** Returns when all can be searched, having said what was loaded. */
    void follow(ImportState sent) throws InterruptedException {
        ImportState done = awaitPublished(sent);
        awaitSearchable(done);
        out.println(Printable.of(summary(done)));
    }

    private ImportState awaitPublished(ImportState sent) throws InterruptedException {
        ImportState state = sent;
        while (state.status() == ImportState.Status.PUBLISHING) {
            out.println(
                    "  %d of %d chapters passed on".formatted(state.published(), state.total()));
            pause();
            state = read(path, ImportState.class);
        }
        return state;
    }

    private void awaitSearchable(ImportState done) throws InterruptedException {
        int verses = searchable(done.code());
        while (verses < done.verses()) {
            tell("  %d of %d verses searchable".formatted(verses, done.verses()));
            pause();
            verses = searchable(done.code());
        }
    }

    private void tell(String line) {
        if (!line.equals(told)) {
            out.println(line);
        }
        told = line;
    }

    private int searchable(String code) throws InterruptedException {
        return read("/ai/translations", Translations.class).translations().stream()
                .filter(translation -> translation.code().equals(code))
                .mapToInt(Translation::verses)
                .findFirst()
                .orElse(0);
    }

    private <T> T read(String from, Class<T> type) throws InterruptedException {
        var client = clients.get();
        String body = client.sendForText(client.request(from, READ_LIMIT).build());
        return GatewayClient.JSON.readValue(body, type);
    }

    private void pause() throws InterruptedException {
        if (Instant.now().isAfter(end)) {
            throw new CommandFailedException(
                    "not done after %d minutes; it goes on by itself"
                            .formatted(IMPORT_LIMIT.toMinutes()));
        }
        Thread.sleep(POLL_MILLIS);
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
