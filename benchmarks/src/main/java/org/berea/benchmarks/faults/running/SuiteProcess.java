package org.berea.benchmarks.faults.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.stack.DataFolder;

/** {@code ./berea up} with data and ports of its own, two inference instances, and a simulator. */
public final class SuiteProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(120);
    private static final Pattern READY = Pattern.compile("Berea is ready on (http://\\S+)");

    // Read by every java command, and so by all children: the product needs no switch for it.
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    /** More than a long run uses, so that limits are counted, but seldom reached. */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "BEREA_BUDGET_DAILY_USD", "1000",
                    "BEREA_QUOTA_PRO_TOKENS", "20000000",
                    "SIMULATOR_JOURNAL_SIZE", "5000",
                    "SIMULATOR_PACE", "60");

    private final DataFolder data;
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private SuiteProcess(DataFolder data, Process process) {
        this.data = data;
        this.process = process;
        Thread.ofVirtual().start(this::read);
        // Whoever ends the harness early ends the suite with it.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param javaOptions for every JVM of it
     * @throws CommandFailedException with what it said when it does not start
     */
    public static SuiteProcess start(Path folder, String javaOptions) throws InterruptedException {
        return start(folder, Map.of(JAVA_OPTIONS, javaOptions), List.of());
    }

    /**
     * The same with settings and options of its own.
     *
     * @param settings environment variables
     * @param options of {@code ./berea up}
     * @throws CommandFailedException with what it said when it does not start
     */
    public static SuiteProcess start(
            Path folder, Map<String, String> settings, List<String> options)
            throws InterruptedException {
        var suite = new SuiteProcess(new DataFolder(folder), launch(folder, settings, options));
        try {
            suite.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return suite;
        } catch (ExecutionException | TimeoutException e) {
            suite.close();
            throw new CommandFailedException(
                    "the suite did not start:\n" + String.join("\n", suite.output), e);
        }
    }

    /** Where the gateway is. */
    public String address() {
        return ready.join();
    }

    public DataFolder data() {
        return data;
    }

    /** The first group of the pattern in what it printed. */
    public String told(String pattern) {
        Matcher matcher = Pattern.compile("(?m)^\\s*" + pattern).matcher(String.join("\n", output));
        if (!matcher.find()) {
            throw new IllegalStateException("the suite did not tell " + pattern);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static Process launch(Path folder, Map<String, String> settings, List<String> options) {
        var builder = new ProcessBuilder(command(folder, options)).redirectErrorStream(true);
        Stream.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OLLAMA_BASE_URL", "ANTHROPIC_API_KEY")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(SETTINGS);
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the suite", e);
        }
    }

    private static List<String> command(Path folder, List<String> options) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("-Dlogback.configurationFile=org/berea/localstack/logback-child.xml");
        words.add("-Dberea.home=" + System.getProperty("berea.home", "."));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of("org.berea.localstack.Main", "up", "--port", "0"));
        words.addAll(List.of("--data", folder.toString(), "--models", "simulator"));
        words.addAll(List.of("--instances", "inference=2"));
        words.addAll(options);
        return words;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
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
}
