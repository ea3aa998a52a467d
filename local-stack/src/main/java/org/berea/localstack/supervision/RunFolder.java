package org.berea.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder in which a supervisor writes down what it started, one file for each process. */
public final class RunFolder {
    private static final String SUPERVISOR = "supervisor";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

    private static final long POLL_MILLIS = 100;

    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Made when missing. */
    public RunFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /**
     * Takes the right to start and to stop things here; it ends with this process at the latest.
     *
     * @return empty when another process has it
     */
    public Optional<RunLock> tryLock() {
        return RunLock.tryOn(folder.resolve("lock"));
    }

    /** Writes down that this JVM is the supervisor, reached on that port. */
    public void enterSupervisor(int port) {
        write(RunRecord.ofThisProcess(SUPERVISOR, port));
    }

    /** The supervisor, if it is alive. */
    public Optional<RunRecord> supervisor() {
        return entry(SUPERVISOR).filter(entry -> entry.process().isPresent());
    }

    /**
     * Stops all that is written down and still runs, but for this JVM, and forgets it.
     *
     * @return the names of those that had to be stopped
     */
    public List<String> stopLeftovers() {
        List<RunRecord> left = entries().filter(RunFolder::isAnothers).toList();
        Together.byStage(left, RunRecord::stage, entry -> entry.end(STOP_LIMIT));
        entries().map(RunRecord::name).forEach(this::forget);
        return left.stream().map(RunRecord::name).toList();
    }

    /**
     * The same for a process that is no supervisor: not while another has the lock, for which it
     * waits at most that long.
     */
    public List<String> stopLeftoversWithin(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (true) {
            Optional<RunLock> lock = tryLock();
            if (lock.isPresent()) {
                try (var _ = lock.get()) {
                    return stopLeftovers();
                }
            }
            if (!Instant.now().isBefore(end)) {
                return List.of();
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** What is written down under that name, whether it still runs or not. */
    public Optional<RunRecord> entry(String name) {
        return read(file(name));
    }

    void enter(RunRecord entry) {
        write(entry);
    }

    /** Deletes the record of that name. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(name), e);
        }
    }

    /** Deletes the supervisor's record. */
    public void forgetSupervisor() {
        forget(SUPERVISOR);
    }

    private static boolean isAnothers(RunRecord entry) {
        return entry.pid() != ProcessHandle.current().pid() && entry.process().isPresent();
    }

    private Stream<RunRecord> entries() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream()
                    .flatMap(file -> read(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    // A broken file names nobody; it is as good as none.
    private Optional<RunRecord> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(json.readValue(file, RunRecord.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void write(RunRecord entry) {
        try {
            Path fresh = Files.createTempFile(folder, entry.name(), ".new");
            json.writeValue(fresh, entry);
            Files.move(fresh, file(entry.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
