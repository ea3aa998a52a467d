package org.berea.localstack.commands;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.berea.contracts.search.Translation;
import org.berea.localstack.stack.SearchEngine;
import org.berea.localstack.stack.Service;
import org.berea.localstack.stack.Stack;
import org.berea.localstack.stack.UpOptions;

/** Runs the suite until it is told to stop. */
final class UpCommand {
    private static final Set<String> OPTIONS =
            Set.of("--port", "--data", "--models", "--instances", "--search");

    private final PrintStream out;

    UpCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, OPTIONS, Set.of("--fresh", "--observe"));
        arguments.requireNoPlain();
        var options = options(arguments);
        var home = Home.of(arguments);
        Instant began = Instant.now();
        out.println("Starting Berea; its data is in " + home.data().root());
        Stack stack = Stack.open(home.project(), home.data(), options, this::tell);
        var stop = Thread.ofPlatform().unstarted(() -> stop(stack));
        Runtime.getRuntime().addShutdownHook(stop);
        stack.addresses().forEach(this::tell);
        Translation sample = stack.start();
        tell("all is ready after " + Duration.between(began, Instant.now()).toSeconds() + " s");
        out.println(new Welcome(home, stack.port(), sample).text());
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(Stack stack) {
        out.println("Stopping Berea ...");
        stack.close();
        out.println("Berea has stopped.");
    }

    private void tell(String line) {
        out.println("  " + line);
    }

    private static UpOptions options(Arguments arguments) {
        return new UpOptions(
                arguments.port().orElse(UpOptions.PORT),
                arguments.has("--fresh"),
                arguments.value("--models").map(UpCommand::isSimulator).orElse(false),
                SearchEngine.of(arguments.value("--search").orElse(SearchEngine.LUCENE.label())),
                arguments.has("--observe"),
                instances(arguments.value("--instances").orElse("")));
    }

    private static boolean isSimulator(String models) {
        if (!"simulator".equals(models)) {
            throw new UsageException("--models: '" + models + "' (expected: simulator)");
        }
        return true;
    }

    private static Map<Service, Integer> instances(String text) {
        var instances = new EnumMap<Service, Integer>(Service.class);
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            if (!part.matches("[a-z]+=\\d")) {
                throw new UsageException(
                        "--instances: '" + text + "' (expected: such as inference=2,gateway=2)");
            }
            String[] pair = part.split("=");
            instances.put(Service.of(pair[0]), Integer.parseInt(pair[1]));
        }
        return instances;
    }
}
