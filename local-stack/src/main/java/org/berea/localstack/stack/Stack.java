package org.berea.localstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.berea.contracts.search.Translation;
import org.berea.localstack.process.Leash;
import org.berea.localstack.supervision.Program;
import org.berea.localstack.supervision.Readiness;
import org.berea.localstack.supervision.RunFolder;
import org.berea.localstack.supervision.RunLock;
import org.berea.localstack.supervision.RunRecord;
import org.berea.localstack.supervision.Supervisor;

/** The whole suite as children of this JVM. */
public final class Stack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 200;
    private static final int REAPER_HEAP_MEGABYTES = 64;

    private final DataFolder data;
    private final RunFolder run;
    private final RunLock lock;
    private final Layout layout;
    private final Programs programs;
    private final Supervisor supervisor;
    private final Leash leash;

    private Stack(
            Path project,
            DataFolder data,
            UpOptions options,
            RunLock lock,
            Consumer<String> progress) {
        var keys = data.keys();
        this.data = data;
        this.run = data.run();
        this.lock = lock;
        this.layout = Layout.plan(options);
        this.programs =
                new Programs(
                        layout,
                        data,
                        new Environment(layout, data, keys, options),
                        new ServiceJars(project));
        this.supervisor = new Supervisor(run, progress);
        this.leash =
                Leash.thenRun(
                        Java.self(REAPER_HEAP_MEGABYTES, "reap", "--data", data.root().toString()));
        data.endpoints().write(layout);
        run.enterSupervisor(port());
    }

    /**
     * Takes the data folder, and stops what an earlier run left behind there.
     *
     * @param project the root of the built project
     * @throws StackFailedException when another run has the folder, or the gateway's port is taken
     */
    public static Stack open(
            Path project, DataFolder data, UpOptions options, Consumer<String> progress)
            throws InterruptedException {
        RunLock lock = lock(data);
        try {
            prepare(data, options, progress);
            return new Stack(project, data, options, lock, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void prepare(DataFolder data, UpOptions options, Consumer<String> progress) {
        List<String> stopped = data.run().stopLeftovers();
        if (!stopped.isEmpty()) {
            progress.accept("stopped what an earlier run left: " + String.join(", ", stopped));
        }
        if (options.fresh()) {
            data.forget();
        }
        data.make();
    }

    // Without a living supervisor the lock is held by a clean-up, which ends soon.
    private static RunLock lock(DataFolder data) throws InterruptedException {
        RunFolder run = data.run();
        Instant end = Instant.now().plus(LOCK_LIMIT);
        while (Instant.now().isBefore(end)) {
            Optional<RunLock> lock = run.tryLock();
            if (lock.isPresent()) {
                return lock.get();
            }
            run.supervisor().ifPresent(other -> refuse(data, other));
            Thread.sleep(POLL_MILLIS);
        }
        throw new StackFailedException("another process keeps " + data.root() + " locked");
    }

    private static void refuse(DataFolder data, RunRecord other) {
        throw new StackFailedException(
                "Berea already runs with %s (process %d, port %d); ./berea down stops it"
                        .formatted(data.root(), other.pid(), other.port()));
    }

    /** The port of the (first) gateway. */
    public int port() {
        return layout.gateway().port();
    }

    /** The addresses of everything, a line each. */
    public List<String> addresses() {
        return Addresses.of(layout);
    }

    /**
     * Starts everything and waits until it serves and has something to search.
     *
     * @return what can be searched
     * @throws StackFailedException when a part is not ready after three minutes, or cannot start at
     *     all
     */
    public Translation start() throws InterruptedException {
        programs.weaviate().ifPresent(supervisor::start);
        supervisor.start(programs.kafka());
        supervisor.start(programs.redis());
        Program postgres = programs.postgres();
        supervisor.start(postgres);
        // The worker cannot start without its tables' server; the others need no store to start.
        awaitReady(List.of(postgres));
        List<Program> services = programs.services();
        services.forEach(supervisor::start);
        programs.observers().forEach(supervisor::start);
        awaitReady(supervisor.programs());
        return new SampleCorpus(layout.of(Service.SEARCH).getFirst(), data.keys())
                .awaitSearchable()
                .orElseThrow(() -> new StackFailedException(nothingToSearch()));
    }

    private void awaitReady(List<Program> awaited) throws InterruptedException {
        switch (supervisor.awaitReady(awaited, START_LIMIT)) {
            case Readiness.Ready() -> {}
            case Readiness.Late(var program) ->
                    throw new StackFailedException(
                            "%s is not ready after %d s; its log is %s"
                                    .formatted(
                                            program.name(),
                                            START_LIMIT.toSeconds(),
                                            program.log()));
            case Readiness.Hopeless(var program, var lastWords) ->
                    throw new StackFailedException(
                            "%s cannot start; its log is %s and says:%n  %s"
                                    .formatted(
                                            program.name(),
                                            program.log(),
                                            String.join("\n  ", lastWords)));
        }
    }

    private String nothingToSearch() {
        return "the sample corpus is not searchable after a minute; the logs are in " + data.logs();
    }

    /** Stops the services, which drain, and then the stores. */
    @Override
    public void close() {
        supervisor.close();
        run.forgetSupervisor();
        leash.close();
        lock.close();
    }
}
