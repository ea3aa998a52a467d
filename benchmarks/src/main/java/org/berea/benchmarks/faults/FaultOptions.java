package org.berea.benchmarks.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.benchmarks.faults.planning.Fault;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.sabotage.Plant;
import org.berea.contracts.Check;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.UsageException;

/**
 * How a run is wanted.
 *
 * @param duration how long the load lasts at least
 * @param recovery how soon a killed part has to serve again
 * @param hold a part that is held first, for as long as one likes
 * @param plants the known bugs, each for a run of its own; empty for one run without any
 */
record FaultOptions(
        int kills,
        long seed,
        Duration duration,
        Duration recovery,
        int callers,
        Optional<Fault.Pause> hold,
        List<Plant> plants) {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--kills",
                    "--seed",
                    "--duration",
                    "--recovery",
                    "--callers",
                    "--hold",
                    "--plant");
    private static final int USUAL_KILLS = 20;
    private static final int MOST_KILLS = 10_000;
    private static final Duration USUAL_RECOVERY = Duration.ofSeconds(20);
    private static final int USUAL_CALLERS = 6;
    private static final int MOST_CALLERS = 100;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([smh])");

    static FaultOptions parse(List<String> words) {
        var arguments = Arguments.parse(words, OPTIONS, Set.of());
        arguments.requireNoPlain();
        return new FaultOptions(
                Check.range(
                        "--kills", arguments.number("--kills").orElse(USUAL_KILLS), 0, MOST_KILLS),
                arguments.number("--seed").orElse(1),
                duration(arguments, "--duration", Duration.ZERO),
                duration(arguments, "--recovery", USUAL_RECOVERY),
                Check.range(
                        "--callers",
                        arguments.number("--callers").orElse(USUAL_CALLERS),
                        1,
                        MOST_CALLERS),
                arguments.value("--hold").map(FaultOptions::hold),
                arguments.value("--plant").map(FaultOptions::plants).orElse(List.of()));
    }

    private static Duration duration(Arguments arguments, String option, Duration usual) {
        return arguments.value(option).map(text -> duration(option, text)).orElse(usual);
    }

    private static Duration duration(String option, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(option + ": '" + text + "' (expected: such as 90s, 5m or 1h)");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Fault.Pause hold(String text) {
        String[] parts = text.split("=", 2);
        Target target =
                Target.of(parts[0])
                        .filter(_ -> parts.length == 2)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "--hold: '%s' (expected: such as kafka=5m)"
                                                        .formatted(text)));
        return new Fault.Pause(target, duration("--hold", parts[1]));
    }

    private static List<Plant> plants(String name) {
        if (name.equals("all")) {
            return List.of(Plant.values());
        }
        Optional<Plant> named =
                Arrays.stream(Plant.values())
                        .filter(plant -> plant.option().equals(name))
                        .findFirst();
        return List.of(
                named.orElseThrow(
                        () ->
                                new UsageException(
                                        "--plant: '%s' (expected: all, %s)"
                                                .formatted(name, known()))));
    }

    private static String known() {
        return String.join(", ", Arrays.stream(Plant.values()).map(Plant::option).toList());
    }
}
