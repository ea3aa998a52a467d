package org.berea.benchmarks.retrieval;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.berea.benchmarks.lines.Complaints;
import org.berea.benchmarks.lines.JsonLine;
import org.berea.benchmarks.lines.LineFiles;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.questions.Scoreboard;
import org.berea.benchmarks.questions.Scores;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.commands.Home;
import org.berea.localstack.commands.Terminal;

/** Asks a running suite for the verses of questions, a JSON object a line, and may score them. */
public final class RetrievalMeasurement {
    private static final String RELEVANT = "--relevant";
    private static final Set<String> OPTIONS =
            Set.of(
                    LineFiles.INPUT,
                    LineFiles.OUTPUT,
                    "--translation",
                    "--callers",
                    "--port",
                    "--data");
    private static final int USUAL_CALLERS = 4;
    private static final int MOST_CALLERS = 64;
    private static final int FAILED = 1;

    private final Terminal terminal;

    public RetrievalMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the output only when every line of the input is good; a question that could not be
     * answered has no line in it.
     *
     * @param words the options
     * @return the exit code: 1 when a question was not answered
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of(RELEVANT));
        arguments.requireNoPlain();
        return LineFiles.of(arguments).run((lines, results) -> measure(arguments, lines, results));
    }

    private Optional<Integer> measure(
            Arguments arguments, BufferedReader lines, BufferedWriter results)
            throws IOException, InterruptedException {
        boolean scored = arguments.options().containsKey(RELEVANT);
        var questions = new ArrayList<Question>();
        var complaints = new Complaints(terminal.err());
        complaints.readAll(
                lines, (number, line) -> questions.add(Question.of(number, line, scored)));
        if (complaints.exist()) {
            return Optional.empty();
        }
        List<Outcome> outcomes = ask(arguments, questions);
        write(questions, outcomes, results);
        return Optional.of(report(questions, outcomes, scored));
    }

    private List<Outcome> ask(Arguments arguments, List<Question> questions)
            throws InterruptedException {
        int callers =
                Check.range(
                        "--callers",
                        arguments.number("--callers").orElse(USUAL_CALLERS),
                        1,
                        MOST_CALLERS);
        var home = Home.of(arguments);
        var users = new Users(home);
        var client = new GatewayClient(home.gateway(arguments), users.next());
        Optional<String> named = arguments.value("--translation");
        String translation = named.isPresent() ? named.get() : Editions.largest(client);
        terminal.out()
                .printf(
                        "%d questions, %d at a time, translation %s, to %s%n%n",
                        questions.size(), callers, translation, home.gateway(arguments));
        return new Callers(new Searcher(client, users, translation), callers).ask(questions);
    }

    private static void write(
            List<Question> questions, List<Outcome> outcomes, BufferedWriter results)
            throws IOException {
        for (int i = 0; i < questions.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Searched(var verses, _)) {
                Map<String, Object> result = LinkedHashMap.newLinkedHashMap(2);
                result.put("id", questions.get(i).id());
                result.put("results", verses);
                results.write(JsonLine.written(result));
                results.newLine();
            }
        }
    }

    private int report(List<Question> questions, List<Outcome> outcomes, boolean scored) {
        var summary = new Summary();
        outcomes.forEach(summary::add);
        summary.print(terminal.out());
        if (scored) {
            terminal.out().println();
            scoreboard(questions, outcomes).print(terminal.out());
        }
        return summary.hasFailures() ? FAILED : 0;
    }

    private static Scoreboard scoreboard(List<Question> questions, List<Outcome> outcomes) {
        var board = new Scoreboard();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            board.add(
                    question,
                    switch (outcomes.get(i)) {
                        case Outcome.Searched(var verses, _) ->
                                Scores.of(verses, question.answers());
                        case Outcome.Failed _ -> Scores.NOTHING;
                    });
        }
        return board;
    }
}
