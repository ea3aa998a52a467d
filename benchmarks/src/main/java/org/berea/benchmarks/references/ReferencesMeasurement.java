package org.berea.benchmarks.references;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.benchmarks.lines.Complaints;
import org.berea.benchmarks.lines.LineFiles;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.Terminal;

/** Reads texts, a JSON object a line, and writes which verses each of them refers to. */
public final class ReferencesMeasurement {
    private static final Set<String> OPTIONS = Set.of(LineFiles.INPUT, LineFiles.OUTPUT);

    private final Terminal terminal;

    public ReferencesMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the output only when every line of the input is good; names every line that is not.
     *
     * @param words {@code --input FILE --output FILE}
     * @return the exit code
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        return LineFiles.of(arguments).run(this::measure);
    }

    private Optional<Integer> measure(BufferedReader lines, BufferedWriter results)
            throws IOException {
        var complaints = new Complaints(terminal.err());
        var evaluation = new Evaluation(results);
        complaints.readAll(lines, (_, line) -> evaluation.evaluate(line));
        if (complaints.exist()) {
            return Optional.empty();
        }
        terminal.out().println(evaluation.summary());
        return Optional.of(0);
    }
}
