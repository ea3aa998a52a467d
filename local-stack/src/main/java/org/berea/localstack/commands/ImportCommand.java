package org.berea.localstack.commands;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.ImportState;

/** Loads a whole Bible and waits until it can be searched; or cross references. */
final class ImportCommand {
    private static final String CROSS_REFERENCES = "--cross-references";
    private static final Set<String> OPTIONS =
            Set.of(
                    "--translation",
                    "--name",
                    "--language",
                    "--licence",
                    "--user",
                    "--port",
                    "--data");
    private static final Set<String> OF_CROSS_REFERENCES =
            Set.of(CROSS_REFERENCES, "--source", "--user", "--port", "--data");
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(5);

    private final PrintStream out;

    ImportCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        if (words.stream().anyMatch(word -> word.split("=", 2)[0].equals(CROSS_REFERENCES))) {
            crossReferences(Arguments.parse(words, OF_CROSS_REFERENCES, Set.of()));
        } else {
            translation(Arguments.parse(words, OPTIONS, Set.of()));
        }
        return 0;
    }

    private void translation(Arguments arguments) throws InterruptedException {
        ImportFile file = ImportFile.ofBible(arguments.only("file"));
        String code =
                arguments
                        .value("--translation")
                        .orElseThrow(() -> new UsageException("--translation CODE is needed"));
        String path = "/admin/translations/" + encode(code);
        String query = query(arguments, "name", "language", "licence");
        Supplier<GatewayClient> clients = clients(arguments);
        var polling = new Polling(clients, out);
        boolean replaces = polling.exists(path);
        ImportState sent = send(clients, path + query, file, ImportState.class);
        new ImportProgress(polling, path, out).follow(sent, replaces);
    }

    private void crossReferences(Arguments arguments) throws InterruptedException {
        arguments.requireNoPlain();
        String name = arguments.value(CROSS_REFERENCES).orElseThrow();
        ImportFile file = ImportFile.ofCrossReferences(name);
        String path = "/admin/cross-references";
        Supplier<GatewayClient> clients = clients(arguments);
        var sent =
                send(clients, path + query(arguments, "source"), file, CrossReferencesState.class);
        new CrossReferencesProgress(new Polling(clients, out), path, out).follow(sent);
    }

    /** Each has a fresh token, since an import may take longer than one lives. */
    private static Supplier<GatewayClient> clients(Arguments arguments) {
        var home = Home.of(arguments);
        String address = home.gateway(arguments);
        var admin = TokenCommand.of(arguments, Set.of(Scopes.CORPUS_ADMIN));
        return () -> new GatewayClient(address, home.authorization(admin));
    }

    private <T> T send(
            Supplier<GatewayClient> clients, String path, ImportFile file, Class<T> answer)
            throws InterruptedException {
        out.println("Sending " + file.label() + " ...");
        var client = clients.get();
        return GatewayClient.JSON.readValue(client.sendForText(put(client, path, file)), answer);
    }

    private static HttpRequest put(GatewayClient client, String path, ImportFile file) {
        try {
            return client.request(path, UPLOAD_LIMIT)
                    .header("Content-Type", file.contentType())
                    .PUT(HttpRequest.BodyPublishers.ofFile(file.path()))
                    .build();
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    private static String query(Arguments arguments, String... names) {
        String given =
                Stream.of(names)
                        .flatMap(
                                name ->
                                        arguments.value("--" + name).stream()
                                                .map(value -> name + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
        return given.isEmpty() ? "" : "?" + given;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
