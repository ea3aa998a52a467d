package org.berea.benchmarks.faults.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.localstack.supervision.RunRecord;

/** The processes of a suite: who they are now, whether they serve, and how to hurt them. */
public final class Parts {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final SuiteProcess suite;
    private final Stores stores;
    private final Map<Target, URI> readiness = new EnumMap<>(Target.class);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();

    public Parts(SuiteProcess suite, Stores stores) {
        this.suite = suite;
        this.stores = stores;
        Arrays.stream(Target.values())
                .filter(target -> !target.isStore())
                .forEach(target -> readiness.put(target, readinessOf(target)));
    }

    /** The process id; 0 while there is none. */
    public long pid(Target target) {
        return suite.data()
                .run()
                .entry(target.process())
                .filter(entry -> entry.process().isPresent())
                .map(RunRecord::pid)
                .orElse(0L);
    }

    /** Whether it says now that it serves. */
    public boolean isReady(Target target) throws InterruptedException {
        return switch (target) {
            case KAFKA -> stores.kafkaAnswers();
            case REDIS -> stores.redisAnswers();
            case POSTGRES -> stores.postgresAnswers();
            default -> answersOk(target);
        };
    }

    /** Whether all serve now. */
    public boolean areReady() throws InterruptedException {
        for (Target target : Target.values()) {
            if (pid(target) == 0 || !isReady(target)) {
                return false;
            }
        }
        return true;
    }

    /** Sends a signal, such as {@code KILL}, to a process. */
    public void signal(String signal, long pid) throws InterruptedException {
        send(signal, LongStream.of(pid));
    }

    // All by one call: to begin another process takes its time on a busy machine.
    private static void send(String signal, LongStream pids) throws InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.mapToObj(Long::toString).forEach(command::add);
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot send " + command, e);
        }
    }

    /**
     * Holds a process, or lets it go on. PostgreSQL serves by a process for each connection, and
     * its first one alone would only keep it from taking new ones.
     */
    public void signalAll(String signal, long pid) throws InterruptedException {
        Stream<ProcessHandle> served =
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        send(signal, LongStream.concat(LongStream.of(pid), served.mapToLong(ProcessHandle::pid)));
    }

    private boolean answersOk(Target target) throws InterruptedException {
        URI address = readiness.get(target);
        try {
            var request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private URI readinessOf(Target target) {
        String name = target.process();
        return URI.create(
                target == Target.SIMULATOR
                        ? simulator() + "/health"
                        : "http://127.0.0.1:%s/actuator/health/readiness"
                                .formatted(suite.told(name + ": \\S+ \\(management port (\\d+)")));
    }

    /** Where the simulator is. */
    public String simulator() {
        return suite.told(Target.SIMULATOR.process() + ": (\\S+)");
    }
}
