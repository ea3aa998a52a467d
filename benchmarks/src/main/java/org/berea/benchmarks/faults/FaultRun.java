package org.berea.benchmarks.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.berea.benchmarks.faults.agent.Edit;
import org.berea.benchmarks.faults.asking.Journal;
import org.berea.benchmarks.faults.asking.Load;
import org.berea.benchmarks.faults.asking.ProviderJournal;
import org.berea.benchmarks.faults.breaking.Breaker;
import org.berea.benchmarks.faults.breaking.Fuses;
import org.berea.benchmarks.faults.breaking.Injury;
import org.berea.benchmarks.faults.checking.Checker;
import org.berea.benchmarks.faults.checking.Verdict;
import org.berea.benchmarks.faults.planning.Plan;
import org.berea.benchmarks.faults.running.Parts;
import org.berea.benchmarks.faults.running.Stores;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.benchmarks.faults.sabotage.AgentJar;
import org.berea.benchmarks.faults.sabotage.CrashPoint;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.servers.Folders;
import redis.clients.jedis.exceptions.JedisException;

/** One run: a suite is started, asked and hurt, and what is left is checked. */
final class FaultRun {
    private static final String CLIENTS = "clients.jsonl";
    private static final String READS = "reads.jsonl";
    private static final String PROVIDER = "provider.jsonl";
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration HEALTH_LIMIT = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final Duration CHECK_PAUSE = Duration.ofSeconds(3);

    private final Path folder;
    private final PrintStream out;
    private final int callers;

    /**
     * @param folder for the suite's data and the journals
     */
    FaultRun(Path folder, PrintStream out, int callers) {
        this.folder = folder;
        this.out = out;
        this.callers = callers;
    }

    /** Follows the plan, with these bugs in the product besides the crash points. */
    Outcome follow(Plan plan, List<Edit> bugs) throws InterruptedException {
        List<Edit> edits =
                Stream.concat(CrashPoint.all().stream().map(CrashPoint::edit), bugs.stream())
                        .toList();
        AgentJar agent = AgentJar.write(folder.resolve("agent"), edits);
        try (var suite = SuiteProcess.start(folder.resolve("data"), agent.option())) {
            return follow(plan, suite, agent);
        }
    }

    private Outcome follow(Plan plan, SuiteProcess suite, AgentJar agent)
            throws InterruptedException {
        var stores = Stores.of(suite);
        var parts = new Parts(suite, stores);
        var clients = new Journal(folder.resolve(CLIENTS));
        var reads = new Journal(folder.resolve(READS));
        var provider = new Journal(folder.resolve(PROVIDER));
        List<Injury> injuries;
        try (clients;
                reads;
                var _ = new ProviderJournal(parts.simulator(), provider)) {
            injuries =
                    hurtUnderLoad(
                            plan,
                            suite,
                            new Breaker(
                                    parts, stores, new Fuses(agent.folder(), parts), this::tell),
                            clients,
                            reads);
        }
        Instant well = awaitHealth(parts);
        List<Verdict> verdicts = check(stores, injuries);
        return new Outcome(
                injuries,
                verdicts,
                Checker.waitsForTheEnd(clients.file()),
                Duration.between(well, Instant.now()));
    }

    private List<Injury> hurtUnderLoad(
            Plan plan, SuiteProcess suite, Breaker breaker, Journal clients, Journal reads)
            throws InterruptedException {
        try (var load =
                Load.start(
                        suite.address(),
                        suite.data().keys(),
                        clients,
                        reads,
                        plan.seed(),
                        callers)) {
            Thread.sleep(WARM_UP);
            List<Injury> injuries = breaker.follow(plan);
            Thread.sleep(WARM_UP);
            out.printf("asked %d questions%n", load.asked());
            return injuries;
        }
    }

    private void tell(Injury injury) {
        out.println("  " + Report.line(injury));
    }

    private Instant awaitHealth(Parts parts) throws InterruptedException {
        Instant end = Instant.now().plus(HEALTH_LIMIT);
        while (!parts.areReady()) {
            if (Instant.now().isAfter(end)) {
                throw new CommandFailedException("the suite is not well again after 3 minutes");
            }
            Thread.sleep(CHECK_PAUSE);
        }
        return Instant.now();
    }

    /** Again and again until every rule holds, or the time is over that things may take. */
    private List<Verdict> check(Stores stores, List<Injury> injuries) throws InterruptedException {
        Instant end = Instant.now().plus(SETTLING);
        while (true) {
            List<Verdict> verdicts = checkOnce(stores, injuries);
            boolean allHold = verdicts.stream().allMatch(Verdict::holds);
            if (allHold || Instant.now().isAfter(end)) {
                return verdicts;
            }
            Thread.sleep(CHECK_PAUSE);
        }
    }

    private List<Verdict> checkOnce(Stores stores, List<Injury> injuries) {
        try (var postgres = stores.postgres();
                var redis = stores.redis()) {
            return Checker.check(
                    folder.resolve(CLIENTS),
                    folder.resolve(READS),
                    folder.resolve(PROVIDER),
                    stores.kafka(),
                    postgres,
                    redis,
                    Troubles.of(injuries));
        } catch (SQLException | JedisException e) {
            throw new CommandFailedException("a store cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes a folder for one run. */
    static Path newFolder() {
        try {
            return Files.createTempDirectory("berea-faults-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder", e);
        }
    }

    /** Once nobody will want to look into it. */
    void forget() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
