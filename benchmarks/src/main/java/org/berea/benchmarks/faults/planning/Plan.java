package org.berea.benchmarks.faults.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.berea.benchmarks.faults.planning.Fault.Crash;
import org.berea.benchmarks.faults.planning.Fault.Empty;
import org.berea.benchmarks.faults.planning.Fault.Kill;
import org.berea.benchmarks.faults.planning.Fault.Pause;
import org.berea.benchmarks.faults.planning.Fault.Restart;
import org.berea.benchmarks.faults.sabotage.CrashPoint;

/** All that is done in one run. */
public record Plan(long seed, List<Step> steps) {
    // Named, because the default may change with the JDK and a seed must mean the same for ever.
    private static final String ALGORITHM = "L64X128MixRandom";

    private static final int KILLS_A_CRASH = 4;
    private static final int KILLS_A_PAUSE = 4;
    private static final int KILLS_A_RESTART = 10;
    private static final int KILLS_AN_EMPTYING = 20;
    private static final int LONGEST_PAUSE_SECONDS = 15;
    private static final int SHORTEST_GAP_MILLIS = 500;
    private static final int USUAL_GAP_MILLIS = 3_000;

    public Plan {
        steps = List.copyOf(steps);
    }

    /** The same numbers for the same seed, on every machine. */
    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of(ALGORITHM).create(seed);
    }

    /**
     * A plan with that many kills, a quarter of them at crash points, and with pauses, restarts and
     * emptyings in proportion. Kills go round all targets before one comes again.
     *
     * @param atLeast how long the gaps between the steps are together
     */
    public static Plan of(long seed, int kills, Duration atLeast) {
        RandomGenerator random = random(seed);
        int crashes = kills / KILLS_A_CRASH;
        var faults = new ArrayList<Fault>();
        deal(Target.all(), kills - crashes, random).map(Kill::new).forEach(faults::add);
        deal(CrashPoint.all(), crashes, random).map(Crash::new).forEach(faults::add);
        deal(Target.all(), kills / KILLS_A_PAUSE, random)
                .map(target -> new Pause(target, pause(random)))
                .forEach(faults::add);
        deal(Target.all(), kills / KILLS_A_RESTART, random).map(Restart::new).forEach(faults::add);
        faults.addAll(Collections.nCopies(kills / KILLS_AN_EMPTYING, new Empty()));
        Collections.shuffle(faults, Random.from(random));
        return new Plan(seed, steps(faults, random, atLeast));
    }

    /** The same plan after something else. */
    public Plan after(Fault fault) {
        var all = new ArrayList<Step>();
        all.add(new Step(Duration.ofMillis(USUAL_GAP_MILLIS), fault));
        all.addAll(steps);
        return new Plan(seed, all);
    }

    /** How many processes die without warning. */
    public long kills() {
        return steps.stream().filter(step -> step.fault().isKill()).count();
    }

    private static <T> Stream<T> deal(List<T> cards, int count, RandomGenerator random) {
        var dealt = new ArrayList<T>();
        while (dealt.size() < count) {
            var deck = new ArrayList<>(cards);
            Collections.shuffle(deck, Random.from(random));
            dealt.addAll(deck);
        }
        return dealt.subList(0, count).stream();
    }

    private static Duration pause(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(1_000, LONGEST_PAUSE_SECONDS * 1_000 + 1));
    }

    private static List<Step> steps(List<Fault> faults, RandomGenerator random, Duration atLeast) {
        long share = atLeast.toMillis() / Math.max(1, faults.size());
        int longest = (int) Math.max(USUAL_GAP_MILLIS, 2 * share);
        return faults.stream().map(fault -> new Step(gap(random, longest), fault)).toList();
    }

    private static Duration gap(RandomGenerator random, int longest) {
        return Duration.ofMillis(random.nextInt(SHORTEST_GAP_MILLIS, longest + 1));
    }
}
