package org.berea.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.berea.contracts.Check;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.commands.Home;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.keys.UserToken;

/** Asks a running suite questions in both forms and prints how long the answers took. */
public final class LatencyMeasurement {
    private static final Set<String> OPTIONS =
            Set.of("--questions", "--callers", "--prompt", "--port", "--data", "--tier");
    private static final int USUAL_QUESTIONS = 50;
    private static final int MOST_QUESTIONS = 99_999;
    private static final int USUAL_CALLERS = 4;
    private static final int MOST_CALLERS = 1000;
    // Of its own, so that it does not use up what a person may ask.
    private static final String USER = "measure";
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

    private final Terminal terminal;

    public LatencyMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks and prints.
     *
     * @param words the options
     * @return the exit code: 1 when no question at all was answered
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        int questions = number(arguments, "--questions", USUAL_QUESTIONS, MOST_QUESTIONS);
        int callers = number(arguments, "--callers", USUAL_CALLERS, MOST_CALLERS);
        Prompts prompts = prompts(arguments);
        Tier tier = arguments.tier(Tier.PRO);
        var client = client(arguments, tier);
        terminal.out()
                .printf(
                        "%d questions in each form, %d at a time, tier %s, to %s%n%n",
                        questions, callers, tier.label(), Home.of(arguments).gateway(arguments));
        var asking = new Callers(new Asker(client, Limits.USUAL), callers);
        Map<Form, Results> results = asking.ask(questions, prompts);
        new Table(terminal.out()).print(results);
        return results.values().stream().anyMatch(form -> form.answered() > 0) ? 0 : 1;
    }

    private static int number(Arguments arguments, String option, int usual, int most) {
        return Check.range(option, arguments.number(option).orElse(usual), 1, most);
    }

    private static Prompts prompts(Arguments arguments) {
        return arguments
                .value("--prompt")
                .map(
                        prompt ->
                                Prompts.always(
                                        Check.text(
                                                "--prompt",
                                                prompt,
                                                CompletionRequest.LONGEST_PROMPT)))
                .orElseGet(() -> Prompts.aboutTheSample(new Random()));
    }

    private static GatewayClient client(Arguments arguments, Tier tier) {
        var home = Home.of(arguments);
        var token = new UserToken(USER, tier, Optional.empty(), Set.of(), TOKEN_LIFETIME);
        return new GatewayClient(home.gateway(arguments), home.authorization(token));
    }
}
