package org.berea.benchmarks.ranking;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.berea.benchmarks.lines.Complaints;
import org.berea.benchmarks.lines.LineFiles;
import org.berea.benchmarks.questions.Question;
import org.berea.benchmarks.questions.Scoreboard;
import org.berea.benchmarks.suite.Suite;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
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
     * Asks the search of a running suite for the candidates of every question, with its vector and
     * by its words alone, learns, and writes the weights.
     *
     * @param words the options
     * @return the exit code
     */
    public int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        var files = LineFiles.of(arguments);
        return files.run((lines, file) -> train(arguments, files, lines, file));
    }

    private Optional<Integer> train(
            Arguments arguments, LineFiles files, BufferedReader lines, BufferedWriter file)
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
        var examples = new Examples(suite, translation);
        var weights = WeightsFile.read(files.output());
        for (boolean byMeaning : new boolean[] {true, false}) {
            learn(examples.of(questions, byMeaning), folds, seed, weights);
        }
        weights.write(file);
        return Optional.of(0);
    }

    private void learn(List<Example> examples, int folds, int seed, WeightsFile weights) {
        var learner = new Learner(folds, seed);
        var byKind = new TreeMap<>(examples.stream().collect(Collectors.groupingBy(Example::kind)));
        var board = new Scoreboard();
        byKind.forEach(
                (kind, own) -> {
                    List<Example> taught = own.stream().filter(Example::isTaught).toList();
                    if (taught.isEmpty()) {
                        return;
                    }
                    Learner.Learned learned = learner.learn(taught);
                    weights.put(kind, own.getFirst().features(), learned, folds, seed);
                    terminal.out().println(told(kind, learned));
                    own.forEach(each -> board.add(each.question(), each.scores(learned.weights())));
                });
        terminal.out().println();
        board.print(terminal.out());
        terminal.out().println();
    }

    private static String told(String kind, Learner.Learned learned) {
        return learned.byPenalty().entrySet().stream()
                .map(RankingTraining::told)
                .collect(
                        Collectors.joining(
                                ", ",
                                "%s: penalty %s; mean of recall and gain across folds by penalty: "
                                        .formatted(kind, learned.penalty()),
                                ""));
    }

    private static String told(Map.Entry<Double, Double> penalty) {
        return String.format(Locale.ROOT, "%s %.4f", penalty.getKey(), penalty.getValue());
    }
}
