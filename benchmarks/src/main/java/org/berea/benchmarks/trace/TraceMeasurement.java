package org.berea.benchmarks.trace;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.berea.benchmarks.faults.running.OwnFolder;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.commands.Home;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.keys.UserToken;

/**
 * Asks a suite, by default of its own, one question and prints where it went, from the gateway to
 * the worker.
 */
public final class TraceMeasurement {
    private static final Set<String> OPTIONS = Set.of("--prompt", "--listen", "--port", "--data");
    private static final int ANY_PORT = 0;
    private static final String QUESTION = "What does Romans 8:28 mean in context?";
    private static final String ENDPOINT = "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT";
    private static final Duration ANSWER = Duration.ofSeconds(60);
    // Exporters send every five seconds.
    private static final Duration EXPORT = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final UserToken USER =
            new UserToken("measure", Tier.PRO, Optional.empty(), Set.of(), Duration.ofHours(1));
    private static final Set<String> SERVICES =
            Set.of(
                    "gateway",
                    "inference",
                    "moderation",
                    "embedding",
                    "search",
                    "postprocess-worker");
    private static final String FIRST_STAGE = "admission";
    private static final Set<String> STAGES =
            Set.of("admission", "grounding", "routing", "safeguards", "usage");

    private final Terminal terminal;

    public TraceMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks and prints.
     *
     * @param words the options
     * @return the exit code: 1 when a service or a stage is missing in the trace
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        String prompt = arguments.value("--prompt").orElse(QUESTION);
        Optional<Integer> port = arguments.number("--listen");
        return port.isPresent()
                ? traceOfARunningSuite(arguments, port.get(), prompt)
                : traceOfASuiteOfItsOwn(prompt);
    }

    /** It was started with its spans going to that port. */
    private int traceOfARunningSuite(Arguments arguments, int port, String prompt)
            throws InterruptedException {
        var home = Home.of(arguments);
        try (var receiver = Receiver.open(port)) {
            ask(new GatewayClient(home.gateway(arguments), home.authorization(USER)), prompt);
            return show(awaitTrace(receiver));
        }
    }

    private int traceOfASuiteOfItsOwn(String prompt) throws InterruptedException {
        try (var folder = OwnFolder.make("berea-trace-");
                var receiver = Receiver.open(ANY_PORT);
                var suite =
                        SuiteProcess.start(
                                folder.path(), Map.of(ENDPOINT, receiver.endpoint()), List.of())) {
            String authorization = "Bearer " + USER.signedBy(suite.data().keys());
            ask(new GatewayClient(suite.address(), authorization), prompt);
            return show(awaitTrace(receiver));
        }
    }

    private static void ask(GatewayClient client, String prompt) throws InterruptedException {
        String body = GatewayClient.JSON.writeValueAsString(Map.of("prompt", prompt));
        HttpResponse<String> answer =
                client.send(
                        client.request("/ai/completions", ANSWER)
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (GatewayClient.isFailure(answer)) {
            throw new CommandFailedException("the question was not answered: " + answer.body());
        }
    }

    private static Tree awaitTrace(Receiver receiver) throws InterruptedException {
        Instant end = Instant.now().plus(EXPORT);
        var tree = new Tree(receiver.traceWith(FIRST_STAGE));
        while (!missing(tree).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
            tree = new Tree(receiver.traceWith(FIRST_STAGE));
        }
        return tree;
    }

    private int show(Tree tree) {
        terminal.out().printf("%-76s %8s %8s%n", "step", "at ms", "took ms");
        tree.lines().forEach(terminal.out()::println);
        Set<String> missing = missing(tree);
        if (!missing.isEmpty()) {
            terminal.out().println("MISSING: " + String.join(", ", missing));
        }
        return missing.isEmpty() ? 0 : 1;
    }

    private static Set<String> missing(Tree tree) {
        var missing = new TreeSet<String>();
        missing.addAll(SERVICES);
        missing.removeAll(tree.services());
        var stages = new TreeSet<>(STAGES);
        stages.removeAll(tree.names());
        missing.addAll(stages);
        if (tree.roots().size() > 1) {
            missing.add("what joins " + tree.roots().size() + " roots");
        }
        return missing;
    }
}
