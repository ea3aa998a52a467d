package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyStreamsTest {
    private static final int STREAMS = 300;

    @Test
    void paceThemselvesSideBySide() throws Exception {
        try (var server = SimulatorServer.start(0);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            String body =
                    Client.body(
                            "Hm? [[simulate: pace=20 firstTokenMs=500]]",
                            ",\"stream\":true,\"max_tokens\":21");
            long start = System.nanoTime();
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                answers.add(readers.submit(() -> read(server, body)));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS)).contains("data: [DONE]");
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            assertThat(seconds).isLessThan(12);
        }
    }

    private static String read(SimulatorServer server, String body) throws Exception {
        try (var call = new RawCall(server.baseUrl(), body)) {
            return call.readUntil("[DONE]");
        }
    }
}
