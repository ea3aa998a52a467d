package org.berea.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.berea.localstack.servers.Folders;

/**
 * What the JVM of each service read and linked in a start for practice, kept beside its jar: a
 * start with it takes half the work. A jar that is unpacked anew loses its cache, and a JVM that
 * finds one of another kind leaves it aside.
 */
public final class StartCaches {
    private static final String FILE = "start.aot";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final ServiceJars jars;

    public StartCaches(ServiceJars jars) {
        this.jars = jars;
    }

    /** What tells a JVM to use the cache of a service; nothing when there is none. */
    List<String> options(Service service) {
        Path cache = file(service);
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of();
    }

    /**
     * Makes those that are missing, as many at once as there are processors. A service of which
     * none can be made starts without, so that is told and is no failure.
     */
    public void makeMissing(Consumer<String> progress) throws InterruptedException {
        List<Service> missing =
                List.of(Service.values()).stream()
                        .filter(service -> !Files.exists(file(service)))
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        progress.accept("Practising the start of each service, so that later ones are quick ...");
        try {
            Path folder = Files.createTempDirectory("berea-practice");
            try {
                makeAll(missing, new DataFolder(folder), progress);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what a start for practice makes", e);
        }
    }

    private void makeAll(List<Service> services, DataFolder data, Consumer<String> progress)
            throws InterruptedException {
        var options = new UpOptions(0, false, true, SearchEngine.LUCENE, false, Map.of());
        Layout layout = Layout.plan(options);
        // As in a real run, but for what it would connect to: nothing listens there.
        var environment = new Environment(layout, data, data.keys(), options);
        data.make();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (Service service : services) {
            Instance instance = layout.of(service).getFirst();
            tasks.add(() -> make(instance, environment.of(instance), data, progress));
        }
        int atOnce = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<Boolean> made : threads.invokeAll(tasks)) {
                made.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a start for practice broke", e.getCause());
        }
    }

    private boolean make(
            Instance instance,
            Map<String, String> environment,
            DataFolder data,
            Consumer<String> progress)
            throws IOException, InterruptedException {
        Service service = instance.service();
        Path fresh = data.root().resolve(instance.name() + ".aot");
        var builder =
                new ProcessBuilder(command(service, fresh))
                        .redirectErrorStream(true)
                        .redirectOutput(data.log(instance.name()).toFile());
        builder.environment().keySet().removeAll(Environment.MODEL_SECRETS);
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        boolean made = ended && process.exitValue() == 0 && Files.exists(fresh);
        if (made) {
            keep(fresh, file(service));
        } else {
            progress.accept(service.module() + " starts without what practice would have kept");
        }
        return made;
    }

    private List<String> command(Service service, Path cache) {
        var arguments = new ArrayList<>(service.javaOptions());
        arguments.add("-XX:AOTCacheOutput=" + cache);
        // Everything is made and wired, nothing is served.
        arguments.add("-Dspring.context.exit=onRefresh");
        arguments.addAll(List.of("-jar", jars.of(service).toString()));
        return Java.command(service.heapMegabytes(), arguments.toArray(String[]::new));
    }

    // Several preparations may run at the same time; each puts a whole file in place.
    private static void keep(Path fresh, Path cache) throws IOException {
        Path beside = Files.createTempFile(cache.getParent(), "start", ".new");
        Files.copy(fresh, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, cache, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(Service service) {
        return jars.of(service).resolveSibling(FILE);
    }
}
