package org.berea.benchmarks.dashboards;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.benchmarks.faults.asking.Journal;
import org.berea.benchmarks.faults.asking.Load;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.running.OwnFolder;
import org.berea.benchmarks.faults.running.Parts;
import org.berea.benchmarks.faults.running.Stores;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.servers.PrometheusProgram;

/**
 * Uses and hurts a suite of its own for a while, and then asks Prometheus everything that
 * dashboards and rules ask. What has no answer is a panel that shows nothing, or a rule that never
 * fires.
 */
public final class DashboardsMeasurement {
    private static final Set<String> OPTIONS = Set.of("--minutes", "--callers", "--prometheus");
    private static final int USUAL_CALLERS = 4;
    private static final int MOST_CALLERS = 100;
    private static final Duration USUAL_DURATION = Duration.ofMinutes(5);
    private static final Duration SCRAPED = Duration.ofSeconds(12);

    /** One after another, evenly over the time. Each is restarted by the suite itself. */
    private static final List<Target> KILLED =
            List.of(
                    Target.EMBEDDING,
                    Target.INFERENCE_2,
                    Target.SEARCH,
                    Target.REDIS,
                    Target.WORKER);

    private final Terminal terminal;

    public DashboardsMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Loads, hurts, asks and prints.
     *
     * @param words the options
     * @return the exit code: 1 when a question has no answer that should have one
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        int callers =
                Check.range(
                        "--callers",
                        arguments.number("--callers").orElse(USUAL_CALLERS),
                        1,
                        MOST_CALLERS);
        Duration duration =
                arguments.number("--minutes").map(Duration::ofMinutes).orElse(USUAL_DURATION);
        Optional<String> running = arguments.value("--prometheus");
        return running.isPresent()
                ? check(new Prometheus(running.get()))
                : useAndCheck(duration, callers);
    }

    private int useAndCheck(Duration duration, int callers) throws InterruptedException {
        if (PrometheusProgram.find().isEmpty()) {
            throw new CommandFailedException(PrometheusProgram.HOW_TO_GET);
        }
        try (var folder = OwnFolder.make("berea-dashboards-");
                var suite =
                        SuiteProcess.start(
                                folder.path().resolve("data"), Map.of(), List.of("--observe"))) {
            use(suite, folder.path(), duration, callers);
            Thread.sleep(SCRAPED);
            return check(new Prometheus(suite.told("prometheus: (\\S+)")));
        }
    }

    private void use(SuiteProcess suite, Path folder, Duration duration, int callers)
            throws InterruptedException {
        var parts = new Parts(suite, Stores.of(suite));
        Instant end = Instant.now().plus(duration);
        Duration pause = duration.dividedBy(KILLED.size() + 1L);
        try (var journal = new Journal(folder.resolve("clients.jsonl"));
                var reads = new Journal(folder.resolve("reads.jsonl"));
                var load =
                        Load.start(
                                suite.address(), suite.data().keys(), journal, reads, 1, callers)) {
            for (Target target : KILLED) {
                Thread.sleep(pause);
                parts.signal("KILL", parts.pid(target));
                terminal.out().println("  killed " + target.process());
            }
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
            terminal.out()
                    .printf("asked %d questions in %d s%n", load.asked(), duration.toSeconds());
        }
    }

    private int check(Prometheus prometheus) throws InterruptedException {
        Path observability =
                Path.of(System.getProperty("berea.home", "."), "deploy", "observability");
        var queries = new Queries(observability);
        var allowed = MayBeEmpty.read(observability.resolve("may-be-empty.txt"));
        List<Query> all =
                Stream.concat(queries.ofDashboards().stream(), queries.ofRules().stream()).toList();
        var empty = new ArrayList<String>();
        int excused = 0;
        for (Query query : all) {
            List<String> unanswered = unanswered(prometheus, query);
            if (!unanswered.isEmpty() && allowed.allows(query)) {
                excused++;
            } else {
                unanswered.forEach(each -> empty.add(query.where() + ": " + each));
            }
        }
        int broken = prometheus.brokenRules();
        empty.forEach(each -> terminal.out().println("  NO DATA " + each));
        terminal.out()
                .printf(
                        "%d questions, %d without an answer, %d excused, %d rules that cannot be evaluated%n",
                        all.size(), empty.size(), excused, broken);
        return empty.isEmpty() && broken == 0 ? 0 : 1;
    }

    /** Of a condition the series it looks at, of any other question itself. */
    private static List<String> unanswered(Prometheus prometheus, Query query)
            throws InterruptedException {
        List<String> asked = query.isCondition() ? query.selectors() : List.of(query.runnable());
        var unanswered = new ArrayList<String>();
        for (String each : asked) {
            if (prometheus.series(each) == 0) {
                unanswered.add(each);
            }
        }
        return unanswered;
    }
}
