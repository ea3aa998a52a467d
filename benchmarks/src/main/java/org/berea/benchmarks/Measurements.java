package org.berea.benchmarks;

import java.util.List;
import org.berea.benchmarks.cardinality.CardinalityMeasurement;
import org.berea.benchmarks.dashboards.DashboardsMeasurement;
import org.berea.benchmarks.faults.FaultsMeasurement;
import org.berea.benchmarks.latency.LatencyMeasurement;
import org.berea.benchmarks.ranking.RankingTraining;
import org.berea.benchmarks.references.ReferencesMeasurement;
import org.berea.benchmarks.retrieval.RetrievalMeasurement;
import org.berea.benchmarks.search.SearchMeasurement;
import org.berea.benchmarks.trace.TraceMeasurement;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.commands.UsageException;

/** Finds the measurement that was asked for. */
final class Measurements {
    private static final String KNOWN =
            "(expected: cardinality, dashboards, faults, latency, ranking, references, retrieval, search"
                    + " or trace)";

    private final Terminal terminal;

    Measurements(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the measurement.
     *
     * @param words its name and its options
     * @return the exit code: 0 for success, 1 when nothing could be measured, 2 for a command line
     *     or an input that is not understood
     */
    int run(List<String> words) {
        return terminal.run(() -> dispatch(words));
    }

    private int dispatch(List<String> words) throws InterruptedException {
        if (words.isEmpty()) {
            throw new UsageException("measure: nothing is named " + KNOWN);
        }
        List<String> options = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "cardinality" -> new CardinalityMeasurement(terminal).run(options);
            case "dashboards" -> new DashboardsMeasurement(terminal).run(options);
            case "faults" -> new FaultsMeasurement(terminal).run(options);
            case "latency" -> new LatencyMeasurement(terminal).run(options);
            case "ranking" -> new RankingTraining(terminal).run(options);
            case "references" -> new ReferencesMeasurement(terminal).run(options);
            case "retrieval" -> new RetrievalMeasurement(terminal).run(options);
            case "search" -> new SearchMeasurement(terminal).run(options);
            case "trace" -> new TraceMeasurement(terminal).run(options);
            default ->
                    throw new UsageException("measure: '%s' %s".formatted(words.getFirst(), KNOWN));
        };
    }
}
