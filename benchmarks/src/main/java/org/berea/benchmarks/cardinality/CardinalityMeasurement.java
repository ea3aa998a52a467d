package org.berea.benchmarks.cardinality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.berea.benchmarks.faults.running.OwnFolder;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.Terminal;

/**
 * Lets a tenth of many users ask, counts the series of every instance, lets the others ask, and
 * counts again: nine times as many users must have added nothing.
 */
public final class CardinalityMeasurement {
    private static final int USUAL_USERS = 10_000;
    private static final int MOST_USERS = 1_000_000;
    private static final int TENTH = 10;

    // What services do of their own accord, they have done by then.
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private static final Map<String, String> QUICK_MODEL =
            Map.of("SIMULATOR_PACE", "100000", "SIMULATOR_FIRST_TOKEN_MS", "1");

    private final Terminal terminal;

    public CardinalityMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks, counts and prints.
     *
     * @param words the options
     * @return the exit code: 1 when the users added series
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, Set.of("--users"), Set.of());
        arguments.requireNoPlain();
        int users =
                Check.range(
                        "--users",
                        arguments.number("--users").orElse(USUAL_USERS),
                        TENTH,
                        MOST_USERS);
        try (var folder = OwnFolder.make("berea-cardinality-");
                var suite = SuiteProcess.start(folder.path(), QUICK_MODEL, List.of())) {
            var crowd = new Crowd(suite);
            Instant settled = Instant.now().plus(SETTLING);
            int answered = ask(crowd, 0, users);
            Thread.sleep(Instant.now().until(settled));
            // The first look is a request like others, and has series itself from then on.
            Scrape.of(suite);
            Scrape before = Scrape.of(suite);
            for (int tenth = 1; tenth < TENTH; tenth++) {
                answered += ask(crowd, tenth, users);
            }
            Scrape after = Scrape.of(suite);
            terminal.out().printf("%d of %d users had an answer%n", answered, users);
            return compare(before, after);
        }
    }

    private int ask(Crowd crowd, int tenth, int users) throws InterruptedException {
        int upTo = (int) ((long) users * (tenth + 1) / TENTH);
        int answered = crowd.ask((int) ((long) users * tenth / TENTH), upTo);
        terminal.err().printf("%d users have asked%n", upTo);
        return answered;
    }

    private int compare(Scrape before, Scrape after) {
        terminal.out()
                .printf(
                        "%-24s %14s %14s %8s%n",
                        "series of", "after a tenth", "after all", "added");
        int bad = 0;
        for (var added : after.without(before).entrySet()) {
            String service = added.getKey();
            Set<String> ours = withoutThoseOfTheJvm(added.getValue());
            terminal.out()
                    .printf(
                            "%-24s %14d %14d %8d%n",
                            service,
                            before.of(service).size(),
                            after.of(service).size(),
                            added.getValue().size());
            ours.forEach(series -> terminal.out().println("    " + series));
            bad += ours.size();
        }
        long named =
                after.series().values().stream()
                        .flatMap(Set::stream)
                        .filter(series -> series.contains(Crowd.MARK))
                        .count();
        terminal.out().printf("%d series name a user, a cohort or a question%n", named);
        return bad == 0 && named == 0 ? 0 : 1;
    }

    /** A new cause of a garbage collection comes with time, not with users. */
    private static Set<String> withoutThoseOfTheJvm(Set<String> series) {
        return series.stream().filter(it -> !it.startsWith("jvm_")).collect(Collectors.toSet());
    }
}
