package org.berea.localstack.commands;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.records.DeadLetters;
import org.berea.contracts.records.Replay;

/** Gives a consumer its dead letters again; without a name it tells which there are. */
final class ReplayCommand {
    private static final String PATH = "/admin/dead-letters";
    private static final Set<String> OPTIONS = Set.of("--user", "--port", "--data");
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final PrintStream out;

    ReplayCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        var home = Home.of(arguments);
        var admin = TokenCommand.of(arguments, Set.of(Scopes.QUOTA_ADMIN));
        var client = new GatewayClient(home.gateway(arguments), home.authorization(admin));
        if (arguments.plain().isEmpty()) {
            list(client);
            return 0;
        }
        return replay(client, arguments.only("consumer"));
    }

    private void list(GatewayClient client) throws InterruptedException {
        var request = client.request(PATH, LIMIT).GET().build();
        var found = GatewayClient.JSON.readValue(client.sendForText(request), DeadLetters.class);
        for (DeadLetters.Waiting waiting : found.consumers()) {
            say("%s: %d dead letters".formatted(waiting.consumer(), waiting.waiting()));
            waiting.reasons().stream().distinct().forEach(this::sayReason);
        }
    }

    /** Each call takes a part; what fails again goes to the end, and is left there. */
    private int replay(GatewayClient client, String consumer) throws InterruptedException {
        var parts = new ArrayList<Replay>();
        do {
            parts.add(send(client, consumer));
        } while (tried(parts) < parts.getFirst().waiting() && tried(parts.getLast()) > 0);
        int failed = parts.stream().mapToInt(Replay::failed).sum();
        say("%s: %d mended, %d failed again".formatted(consumer, tried(parts) - failed, failed));
        parts.stream().flatMap(part -> part.reasons().stream()).distinct().forEach(this::sayReason);
        return failed == 0 ? 0 : 1;
    }

    private static int tried(List<Replay> parts) {
        return parts.stream().mapToInt(ReplayCommand::tried).sum();
    }

    private static int tried(Replay part) {
        return part.mended() + part.failed();
    }

    private Replay send(GatewayClient client, String consumer) throws InterruptedException {
        String path = PATH + "/" + URLEncoder.encode(consumer, StandardCharsets.UTF_8);
        HttpRequest request =
                client.request(path, LIMIT).POST(HttpRequest.BodyPublishers.noBody()).build();
        return GatewayClient.JSON.readValue(client.sendForText(request), Replay.class);
    }

    private void sayReason(String reason) {
        say("  " + reason);
    }

    private void say(String line) {
        out.println(Printable.of(line));
    }
}
