package org.berea.benchmarks.search;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.Check;
import org.berea.contracts.search.Translation;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.Home;
import org.berea.localstack.commands.Terminal;

/** Loads the search service of a running suite and prints how long it took and what it cost. */
public final class SearchMeasurement {
    private static final Set<String> OPTIONS =
            Set.of("--callers", "--seconds", "--translation", "--queries", "--data");
    private static final int USUAL_CALLERS = 8;
    private static final int MOST_CALLERS = 256;
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 3600;
    private static final int WARM_UP_SHARE = 5;

    private final Terminal terminal;

    public SearchMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Measures and prints.
     *
     * @param words the options
     * @return the exit code: 1 when no search at all was answered
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        int callers = number(arguments, "--callers", USUAL_CALLERS, MOST_CALLERS);
        int seconds = number(arguments, "--seconds", USUAL_SECONDS, MOST_SECONDS);
        Questions questions = Questions.of(arguments.value("--queries"));
        var suite = Suite.of(Home.of(arguments).data());
        Translation translation = suite.translation(arguments.value("--translation"));
        var table = new Table(terminal.out());
        table.title(suite.engine(), translation, questions.size(), callers, seconds);
        var load = new Load(callers, Duration.ofSeconds(seconds), warmUp(seconds));
        return measure(new Phases(suite, translation.code(), questions), load, table);
    }

    private static int measure(Phases phases, Load load, Table table) throws InterruptedException {
        table.header();
        phases.embedding().forEach(table::row);
        Measured lexical = phases.lexical(load);
        table.row(lexical);
        Measured hybrid = phases.hybrid(load);
        table.row(hybrid);
        table.failures(lexical, hybrid);
        return lexical.answered() + hybrid.answered() > 0 ? 0 : 1;
    }

    private static Duration warmUp(int seconds) {
        return Duration.ofSeconds(Math.ceilDiv(seconds, WARM_UP_SHARE));
    }

    private static int number(Arguments arguments, String option, int usual, int most) {
        return Check.range(option, arguments.number(option).orElse(usual), 1, most);
    }
}
