package org.berea.localstack.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.berea.localstack.process.Signal;

/**
 * A program to keep running.
 *
 * @param name unique, also of its log and its record
 * @param stage programs of a higher stage are stopped first; those of one stage together
 * @param environment added to the supervisor's own; secrets go here, never into the command
 * @param withheld variables of the supervisor's environment that it does not get
 * @param stop what asks it to end
 * @param stopLimit how long it may take to end before it is killed
 * @param beforeStart runs before each start
 * @param answers whether it serves now
 */
public record Program(
        String name,
        int stage,
        List<String> command,
        Map<String, String> environment,
        Set<String> withheld,
        Path log,
        Signal stop,
        Duration stopLimit,
        Runnable beforeStart,
        BooleanSupplier answers) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        withheld = Set.copyOf(withheld);
    }

    // The environment may hold secrets.
    @Override
    public String toString() {
        return "Program[" + name + "]";
    }
}
