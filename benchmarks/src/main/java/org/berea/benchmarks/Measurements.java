package org.berea.benchmarks;

import java.util.List;
import org.berea.benchmarks.faults.FaultsMeasurement;
import org.berea.benchmarks.latency.LatencyMeasurement;
import org.berea.benchmarks.ranking.RankingTraining;
import org.berea.benchmarks.references.ReferencesMeasurement;
import org.berea.benchmarks.retrieval.RetrievalMeasurement;
import org.berea.benchmarks.search.SearchMeasurement;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.commands.UsageException;

/** Finds the measurement that was asked for. */
final class Measurements {
    private static final String KNOWN =
            "(expected: faults, latency, ranking, references, retrieval or search)";

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
            case "faults" -> new FaultsMeasurement(terminal).run(options);
            case "latency" -> new LatencyMeasurement(terminal).run(options);
            case "ranking" -> new RankingTraining(terminal).run(options);
            case "references" -> new ReferencesMeasurement(terminal).run(options);
            case "retrieval" -> new RetrievalMeasurement(terminal).run(options);
            case "search" -> new SearchMeasurement(terminal).run(options);
            default ->
                    throw new UsageException("measure: '%s' %s".formatted(words.getFirst(), KNOWN));
        };
    }
}
