package org.berea.localstack.commands;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;

/** Loads a whole Bible and waits until it can be searched. */
final class ImportCommand {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--translation",
                    "--name",
                    "--language",
                    "--licence",
                    "--user",
                    "--port",
                    "--data");
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(5);
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(30);
    private static final long POLL_MILLIS = 500;

    private final PrintStream out;

    ImportCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        Path file = file(arguments);
        String code =
                arguments
                        .value("--translation")
                        .orElseThrow(() -> new UsageException("--translation CODE is needed"));
        var home = Home.of(arguments);
        String address = home.gateway(arguments);
        var admin = TokenCommand.of(arguments, Set.of(Scopes.CORPUS_ADMIN));
        var client = new GatewayClient(address, home.authorization(admin));
        out.println("Sending " + file.getFileName() + " (" + sizeOf(file) / 1024 + " KB) ...");
        ImportState sent = state(client.sendForText(put(client, file, code, arguments)));
        String path = path(code);
        // An import may take longer than a token lives.
        var later = new Polling(() -> new GatewayClient(address, home.authorization(admin)), path);
        ImportState done = awaitPublished(later, sent);
        awaitSearchable(later, done);
        return 0;
    }

    /** Asks again and again, each time with a fresh token. */
    private record Polling(Supplier<GatewayClient> client, String path) {
        ImportState state() throws InterruptedException {
            var now = client.get();
            return ImportCommand.state(now.sendForText(now.request(path, READ_LIMIT).build()));
        }

        int searchableVerses(String code) throws InterruptedException {
            var now = client.get();
            String body = now.sendForText(now.request("/ai/translations", READ_LIMIT).build());
            return GatewayClient.JSON.readValue(body, Translations.class).translations().stream()
                    .filter(translation -> translation.code().equals(code))
                    .mapToInt(Translation::verses)
                    .findFirst()
                    .orElse(0);
        }
    }

    private ImportState awaitPublished(Polling polling, ImportState sent)
            throws InterruptedException {
        Instant end = Instant.now().plus(IMPORT_LIMIT);
        ImportState state = sent;
        while (state.status() == ImportState.Status.PUBLISHING) {
            expectBefore(end);
            out.println(
                    "  %d of %d chapters passed on".formatted(state.published(), state.total()));
            Thread.sleep(POLL_MILLIS);
            state = polling.state();
        }
        return state;
    }

    private void awaitSearchable(Polling polling, ImportState done) throws InterruptedException {
        Instant end = Instant.now().plus(IMPORT_LIMIT);
        int last = -1;
        for (int verses = polling.searchableVerses(done.code());
                verses < done.verses();
                verses = polling.searchableVerses(done.code())) {
            expectBefore(end);
            if (verses != last) {
                out.println("  %d of %d verses searchable".formatted(verses, done.verses()));
            }
            last = verses;
            Thread.sleep(POLL_MILLIS);
        }
        out.println(
                Printable.of(
                        "%s (%s) %s: %d books, %d chapters, %d verses"
                                .formatted(
                                        done.name(),
                                        done.code(),
                                        done.status() == ImportState.Status.UNCHANGED
                                                ? "was loaded already"
                                                : "is loaded",
                                        done.books(),
                                        done.chapters(),
                                        done.verses())));
    }

    private static void expectBefore(Instant end) {
        if (Instant.now().isAfter(end)) {
            throw new CommandFailedException(
                    "not done after %d minutes; it goes on by itself"
                            .formatted(IMPORT_LIMIT.toMinutes()));
        }
    }

    private static HttpRequest put(
            GatewayClient client, Path file, String code, Arguments arguments) {
        boolean zip = file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        String query =
                Stream.of("name", "language", "licence")
                        .flatMap(
                                name ->
                                        arguments.value("--" + name).stream()
                                                .map(value -> name + "=" + encode(value)))
                        .collect(Collectors.joining("&", "?", ""));
        try {
            return client.request(path(code) + query, UPLOAD_LIMIT)
                    .header("Content-Type", zip ? "application/zip" : "text/plain; charset=utf-8")
                    .PUT(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Arguments arguments) {
        Path file = Path.of(arguments.only("file"));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("file: '" + file + "' (expected: a USFM file or a zip)");
        }
        if (sizeOf(file) > MOST_BYTES) {
            throw new UsageException("file: '" + file + "' (expected: at most 64 MB)");
        }
        return file;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static ImportState state(String body) {
        return GatewayClient.JSON.readValue(body, ImportState.class);
    }

    private static String path(String code) {
        return "/admin/translations/" + encode(code);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
