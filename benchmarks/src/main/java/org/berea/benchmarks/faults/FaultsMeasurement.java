package org.berea.benchmarks.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.berea.benchmarks.faults.checking.Verdict;
import org.berea.benchmarks.faults.planning.Plan;
import org.berea.benchmarks.faults.running.Quiet;
import org.berea.benchmarks.faults.sabotage.BuiltClasses;
import org.berea.benchmarks.faults.sabotage.CrashPoint;
import org.berea.benchmarks.faults.sabotage.Plant;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.Terminal;

/** Hurts a suite of its own under load and checks what it promised. */
public final class FaultsMeasurement {
    private final Terminal terminal;

    public FaultsMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs and prints.
     *
     * @param words the options
     * @return the exit code: 1 when a rule was broken, or when a planted bug was not noticed
     */
    public int run(List<String> words) throws InterruptedException {
        FaultOptions options = FaultOptions.parse(words);
        check(options.plants());
        Quiet.kafka();
        return options.plants().isEmpty() ? runOnce(options) : runPlants(options);
    }

    private static void check(List<Plant> plants) {
        var classes = new BuiltClasses(Path.of(System.getProperty("berea.home", ".")));
        try {
            classes.check(CrashPoint.all().stream().map(CrashPoint::edit).toList());
            plants.forEach(plant -> classes.check(plant.edits()));
        } catch (IllegalStateException e) {
            throw new CommandFailedException("the harness does not fit: " + e.getMessage(), e);
        }
    }

    private int runOnce(FaultOptions options) throws InterruptedException {
        Path folder = FaultRun.newFolder();
        Plan drawn = Plan.of(options.seed(), options.kills(), options.duration());
        Plan plan = options.hold().map(drawn::after).orElse(drawn);
        terminal.out()
                .printf(
                        "%d faults, %d of them kills, seed %d, %d callers; kept unless good: %s%n",
                        plan.steps().size(), plan.kills(), plan.seed(), options.callers(), folder);
        var run = new FaultRun(folder, terminal.out(), options.callers());
        Outcome outcome = run.follow(plan, List.of());
        new Report(terminal.out(), options.recovery()).print(outcome);
        if (!outcome.isGood(options.recovery())) {
            return 1;
        }
        run.forget();
        return 0;
    }

    private int runPlants(FaultOptions options) throws InterruptedException {
        var caught = new ArrayList<Plant>();
        for (Plant plant : options.plants()) {
            if (isCaught(plant, options)) {
                caught.add(plant);
            }
        }
        terminal.out()
                .printf("caught %d of %d planted bugs%n", caught.size(), options.plants().size());
        return caught.size() == options.plants().size() ? 0 : 1;
    }

    private boolean isCaught(Plant plant, FaultOptions options) throws InterruptedException {
        Path folder = FaultRun.newFolder();
        terminal.out().printf("%n%s: %s (%s)%n", plant.option(), plant.label(), folder);
        Plan plan = Occasions.of(plant, options.seed());
        var run = new FaultRun(folder, terminal.out(), options.callers());
        Outcome outcome = run.follow(plan, plant.edits());
        List<Verdict> broken =
                outcome.verdicts().stream().filter(verdict -> !verdict.holds()).toList();
        broken.forEach(verdict -> terminal.out().println(verdict.text()));
        terminal.out().println(broken.isEmpty() ? "  NOT CAUGHT" : "  caught");
        if (!broken.isEmpty()) {
            run.forget();
        }
        return !broken.isEmpty();
    }
}
