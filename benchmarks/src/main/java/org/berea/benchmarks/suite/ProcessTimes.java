package org.berea.benchmarks.suite;

import java.time.Duration;
import java.util.stream.Stream;
import org.berea.localstack.supervision.RunFolder;

/** How much processor time the children of the suite have used. */
public final class ProcessTimes {
    private static final int MOST_INSTANCES = 8;

    private final RunFolder run;

    ProcessTimes(RunFolder run) {
        this.run = run;
    }

    public boolean runs(String name) {
        return processes(name).findAny().isPresent();
    }

    /** Of all instances of that name together, since they were started. */
    public Duration of(String name) {
        return processes(name)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Stream<ProcessHandle> processes(String name) {
        Stream<String> more =
                Stream.iterate(2, number -> number <= MOST_INSTANCES, number -> number + 1)
                        .map(number -> name + "-" + number);
        return Stream.concat(Stream.of(name), more)
                .flatMap(instance -> run.entry(instance).stream())
                .flatMap(entry -> entry.process().stream());
    }
}
