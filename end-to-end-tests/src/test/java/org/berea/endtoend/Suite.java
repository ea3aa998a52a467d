package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.keys.UserToken;
import org.berea.localstack.stack.DataFolder;

/** One running suite in a data folder of its own, on ports of its own. */
final class Suite implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PREPARATION = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final Pattern READY =
            Pattern.compile("Berea is ready on (http://localhost:(\\d+))");

    private static final Pattern TROUBLE = Pattern.compile("^\\S+ (WARN|ERROR) ");
    private static final int TOLD = 20;

    private final Path data;
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Suite(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread.ofVirtual().start(this::readOutput);
    }

    /** Starts it as a user would, and waits for the line that says so. */
    static Suite start(Path data, Map<String, String> environment, String... options) {
        var words = new ArrayList<>(List.of("up", "--port", "0", "--data", data.toString()));
        words.addAll(List.of(options));
        prepare();
        var suite = new Suite(data, launch(environment, words));
        Instant begun = Instant.now();
        suite.ready
                .orTimeout(START.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(suite::giveUp)
                .join();
        tell("started", begun);
        return suite;
    }

    /** Does what {@code ./berea build} does at its end, once for all tests; the first waits. */
    static void prepare() {
        assertThat(Preparation.CODE).as("exit code of the preparation").isZero();
    }

    /** How long it took, for whoever reads the log of a slow run. */
    private static void tell(String what, Instant begun) {
        System.out.printf(
                "suite %s in %d ms%n", what, Duration.between(begun, Instant.now()).toMillis());
    }

    String address() {
        return ready.join();
    }

    String output() {
        return String.join("\n", output);
    }

    Path data() {
        return data;
    }

    /** A token for the suite, from the command that prints one. */
    String token(String... options) {
        return command(Stream.concat(Stream.of("token"), Stream.of(options)).toArray(String[]::new))
                .strip();
    }

    /** A link that signs a browser in, as {@code ./berea token --link} prints it. */
    String link(String user, Tier tier) {
        var token = new UserToken(user, tier, Optional.empty(), Set.of(), Duration.ofMinutes(30));
        return address() + "/#token=" + token.signedBy(new DataFolder(data).keys());
    }

    /** What a command prints that speaks to this suite; it must succeed. */
    String command(String... words) {
        Result result = run(words);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    record Result(int exit, String output) {}

    Result run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        Process command = launch(Map.of(), all);
        try {
            String text =
                    new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(command.waitFor(60, TimeUnit.SECONDS)).as("%s ends", all).isTrue();
            return new Result(command.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address that a service printed at the start, {@code embedding-service} for example. */
    String addressOf(String name) {
        return found(name + ": (http://127\\.0\\.0\\.1:\\d+)");
    }

    String managementOf(String name) {
        return "http://127.0.0.1:"
                + found(name + ": http://127\\.0\\.0\\.1:\\d+ \\(management port (\\d+)");
    }

    String found(String pattern) {
        Matcher matcher = Pattern.compile("(?m)^\\s*" + pattern).matcher(output());
        assertThat(matcher.find()).as("%s in the output", pattern).isTrue();
        return matcher.group(1);
    }

    Child child(String name) {
        return Child.of(data, name);
    }

    ProcessHandle supervisor() {
        return process.toHandle();
    }

    @Override
    public void close() {
        Instant begun = Instant.now();
        process.destroy();
        try {
            assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).as("it stops").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        tell("stopped", begun);
        tellTroubles("gateway-service");
        tellTroubles("inference-service");
    }

    /** The last warnings of a service, for whoever asks why a test failed: its log goes with it. */
    private void tellTroubles(String service) {
        Path log = data.resolve("logs").resolve(service + ".log");
        if (!Files.exists(log)) {
            return;
        }
        try (Stream<String> lines = Files.lines(log)) {
            List<String> troubles = lines.filter(TROUBLE.asPredicate()).toList();
            troubles.stream()
                    .skip(Math.max(0, troubles.size() - TOLD))
                    .forEach(line -> System.out.println(service + ": " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String giveUp(Throwable failure) {
        close();
        throw new IllegalStateException("the suite did not start:\n" + output(), failure);
    }

    private static Process launch(Map<String, String> environment, List<String> words) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dberea.home=" + Project.ROOT,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.berea.localstack.Main"));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OLLAMA_BASE_URL")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readOutput() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(this::read);
        } catch (IOException | UncheckedIOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
    }

    private void read(String line) {
        output.add(line);
        Matcher matcher = READY.matcher(line);
        if (matcher.find()) {
            ready.complete(matcher.group(1));
        }
    }

    /** Made when the first test needs it. */
    private static final class Preparation {
        static final int CODE = prepared();

        private static int prepared() {
            Instant begun = Instant.now();
            Process process = launch(Map.of(), List.of("prepare"));
            try (var output = process.getInputStream()) {
                output.transferTo(System.out);
                assertThat(process.waitFor(PREPARATION.toSeconds(), TimeUnit.SECONDS)).isTrue();
                return process.exitValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
                tell("prepared", begun);
            }
        }
    }
}
