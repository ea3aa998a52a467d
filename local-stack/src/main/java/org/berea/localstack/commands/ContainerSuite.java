package org.berea.localstack.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The suite that runs in containers, as the project's {@code docker-compose.yml} says.
 *
 * @param port where its gateway is reached on this machine
 */
record ContainerSuite(Path project, int port) {
    private static final String FILE = "docker-compose.yml";
    private static final int LIMIT_SECONDS = 60;
    private static final Pattern PUBLISHED = Pattern.compile(".*:(\\d{1,5})\\s*");

    /** Empty when there is no Docker, or no suite in it. */
    static Optional<ContainerSuite> running(Path project) {
        if (!Files.exists(project.resolve(FILE))) {
            return Optional.empty();
        }
        return compose(project, "port", "gateway", "8080")
                .map(PUBLISHED::matcher)
                .filter(Matcher::matches)
                .map(port -> new ContainerSuite(project, Integer.parseInt(port.group(1))));
    }

    /**
     * The key that signs users' tokens, PEM. It lies in a volume that no running container has.
     *
     * @throws CommandFailedException when it cannot be read
     */
    String tokenKey() {
        return compose(
                        project,
                        "run",
                        "--rm",
                        "--no-deps",
                        "--no-TTY",
                        "--entrypoint",
                        "cat",
                        "keys",
                        "/keys/users/token-private.pem")
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        "Berea runs in containers, but its key cannot be read there"));
    }

    // What such a command prints, if it succeeds.
    private static Optional<String> compose(Path project, String... words) {
        var command =
                Stream.concat(
                                Stream.of("docker", "compose", "--file"),
                                Stream.concat(
                                        Stream.of(project.resolve(FILE).toString()),
                                        Stream.of(words)))
                        .toList();
        try {
            return output(command);
        } catch (IOException e) {
            return Optional.empty(); // no Docker on this machine
        }
    }

    private static Optional<String> output(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            process.onExit()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((_, _) -> process.destroyForcibly());
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
