package org.berea.benchmarks.cardinality;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.benchmarks.faults.running.SuiteProcess;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.keys.UserToken;

/** Users of whom each has a name, a cohort and a question of its own. */
final class Crowd {
    /** What is in everything that only one of them has. */
    static final String MARK = "crowdmember";

    private static final int AT_ONCE = 8;
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration TOKEN = Duration.ofHours(1);

    private final SuiteProcess suite;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger answered = new AtomicInteger();

    Crowd(SuiteProcess suite) {
        this.suite = suite;
    }

    /** Has the users from the one number to before the other ask, and says how many had answers. */
    int ask(int from, int to) throws InterruptedException {
        answered.set(0);
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = from; number < to; number++) {
                String name = MARK + number;
                places.acquire();
                users.submit(() -> ask(name));
            }
        }
        return answered.get();
    }

    private void ask(String name) {
        try {
            int status = http.send(question(name), BodyHandlers.discarding()).statusCode();
            answered.addAndGet(status == OK ? 1 : 0);
        } catch (IOException e) {
            // Not answered, and so not counted.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private HttpRequest question(String name) {
        var user = new UserToken(name, Tier.PRO, Optional.of("cohort-" + name), Set.of(), TOKEN);
        var body = Map.of("prompt", "What does Romans 8:28 say to " + name + "?");
        return HttpRequest.newBuilder(URI.create(suite.address() + "/ai/completions"))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + user.signedBy(suite.data().keys()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(GatewayClient.JSON.writeValueAsString(body)))
                .build();
    }
}
