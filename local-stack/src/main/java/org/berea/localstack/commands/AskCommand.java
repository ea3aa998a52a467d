package org.berea.localstack.commands;

import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a question and shows the answer with its sources. */
final class AskCommand {
    private static final Set<String> OPTIONS =
            Set.of("--task", "--translation", "--user", "--tier", "--port", "--data");
    private static final String PATH = "/ai/completions";
    private static final Duration WHOLE_LIMIT = Duration.ofSeconds(180);
    private static final Duration HEADERS_LIMIT = Duration.ofSeconds(60);
    // The gateway sends a comment every 15 seconds at least.
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);

    private final PrintStream out;

    AskCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of("--json"));
        String body = GatewayClient.JSON.writeValueAsString(body(arguments));
        var home = Home.of(arguments);
        var client =
                new GatewayClient(
                        home.gateway(arguments),
                        home.authorization(TokenCommand.of(arguments, Set.of())));
        if (arguments.has("--json")) {
            out.println(Printable.of(client.sendForText(json(client, body))));
        } else {
            stream(client, body);
        }
        return 0;
    }

    private static Map<String, String> body(Arguments arguments) {
        var body = new LinkedHashMap<String, String>();
        body.put("prompt", arguments.only("question"));
        arguments.value("--task").ifPresent(task -> body.put("task", task));
        arguments.value("--translation").ifPresent(code -> body.put("translation", code));
        return body;
    }

    private void stream(GatewayClient client, String body) throws InterruptedException {
        var response =
                client.send(
                        post(client, body, "text/event-stream", HEADERS_LIMIT),
                        HttpResponse.BodyHandlers.ofLines());
        if (GatewayClient.isFailure(response)) {
            throw GatewayClient.problem(
                    response.statusCode(), response.body().collect(Collectors.joining("\n")));
        }
        print(new TimedLines(response.body(), SILENCE_LIMIT));
    }

    private void print(TimedLines lines) throws InterruptedException {
        var printer = new AnswerPrinter(out);
        var events = new EventReader();
        for (Optional<String> line = lines.next();
                line.isPresent() && !printer.isDone();
                line = lines.next()) {
            events.accept(line.get()).ifPresent(printer::accept);
        }
        if (!printer.isDone()) {
            out.println();
            throw new CommandFailedException("the answer broke off: what is above is not whole");
        }
        printer.finish();
    }

    private static HttpRequest json(GatewayClient client, String body) {
        return post(client, body, "application/json", WHOLE_LIMIT);
    }

    private static HttpRequest post(
            GatewayClient client, String body, String accepted, Duration limit) {
        return client.request(PATH, limit)
                .header("Content-Type", "application/json")
                .header("Accept", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
