package org.berea.benchmarks.ranking;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.berea.benchmarks.lines.Complaints;
import org.berea.benchmarks.lines.LineFiles;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.questions.Scoreboard;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.Home;
import org.berea.localstack.commands.Terminal;

/**
 * Learns the weights of the ranking from questions with known answers: from the even lines of the
 * input, so that the odd ones tell what was gained.
 */
public final class RankingTraining {
    private static final Set<String> OPTIONS =
            Set.of(
                    LineFiles.INPUT,
                    LineFiles.OUTPUT,
                    "--translation",
                    "--folds",
                    "--seed",
                    "--data");
    private static final int USUAL_FOLDS = 5;
    private static final int MOST_FOLDS = 50;
    private static final int USUAL_SEED = 1;

    private final Terminal terminal;

    public RankingTraining(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks the search of a running suite for the candidates of every question, learns, and writes
     * the weights.
     *
     * @param words the options
     * @return the exit code
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        return LineFiles.of(arguments).run((lines, file) -> train(arguments, lines, file));
    }

    private Optional<Integer> train(Arguments arguments, BufferedReader lines, BufferedWriter file)
            throws IOException, InterruptedException {
        int folds =
                Check.range(
                        "--folds", arguments.number("--folds").orElse(USUAL_FOLDS), 2, MOST_FOLDS);
        int seed = arguments.number("--seed").orElse(USUAL_SEED);
        var questions = new ArrayList<Question>();
        var complaints = new Complaints(terminal.err());
        complaints.readAll(lines, (number, line) -> questions.add(Question.of(number, line, true)));
        if (complaints.exist()) {
            return Optional.empty();
        }
        var suite = Suite.of(Home.of(arguments).data());
        String translation = suite.translation(arguments.value("--translation")).code();
        List<Example> examples = new Examples(suite, translation).of(questions);
        Weights weights = learn(examples, folds, seed);
        weights.write(file);
        report(examples, weights);
        return Optional.of(0);
    }

    private Weights learn(List<Example> examples, int folds, long seed) {
        List<String> features = features(examples);
        var learner = new Learner(features.size(), folds, seed);
        var learned = new LinkedHashMap<String, Learner.Learned>();
        byKind(examples).forEach((kind, own) -> learned.put(kind, learner.learn(own)));
        int count = (int) examples.stream().filter(Example::isTaught).count();
        return new Weights(features, learned, count, folds, seed);
    }

    private static List<String> features(List<Example> examples) {
        return examples.stream()
                .map(Example::features)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("there is nothing to learn from"));
    }

    private static Map<String, List<Example>> byKind(List<Example> examples) {
        var byKind = new TreeMap<String, List<Example>>();
        examples.stream()
                .filter(Example::isTaught)
                .forEach(
                        example ->
                                byKind.computeIfAbsent(example.kind(), _ -> new ArrayList<>())
                                        .add(example));
        return byKind;
    }

    private void report(List<Example> examples, Weights weights) {
        weights.describe(terminal.out());
        terminal.out().println("\nThe order that the weights make; learned from even lines alone:");
        var board = new Scoreboard();
        examples.forEach(
                example ->
                        board.add(example.question(), example.scores(weights.of(example.kind()))));
        board.print(terminal.out());
    }
}
