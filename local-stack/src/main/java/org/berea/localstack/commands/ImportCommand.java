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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.records.ImportState;

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
        var sent =
                GatewayClient.JSON.readValue(
                        client.sendForText(put(client, file, code, arguments)), ImportState.class);
        // An import may take longer than a token lives.
        Supplier<GatewayClient> fresh = () -> new GatewayClient(address, home.authorization(admin));
        new ImportProgress(fresh, path(code), out).follow(sent);
        return 0;
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

    private static String path(String code) {
        return "/admin/translations/" + encode(code);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
