package org.berea.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a command into a session of its own, so that Ctrl-C in the terminal reaches only the parent,
 * which then stops its children in order. The process id stays that of the command.
 */
public final class OwnSession {
    private static final List<List<String>> WAYS =
            List.of(
                    List.of("setsid"),
                    List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--"));

    private OwnSession() {}

    /** The command behind the first of {@code setsid} and Perl that is there, else as it is. */
    public static List<String> of(List<String> command) {
        return WAYS.stream()
                .filter(way -> isOnPath(way.getFirst()))
                .findFirst()
                .map(way -> Stream.concat(way.stream(), command.stream()).toList())
                .orElse(command);
    }

    private static boolean isOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
