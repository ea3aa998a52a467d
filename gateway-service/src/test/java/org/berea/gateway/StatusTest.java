package org.berea.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
final class StatusTest {
    private static final String FIGURES =
            """
            berea_answers_total{outcome="finished",service="inference",task="definition"} 7.0
            berea_budget_limit_microdollars{service="inference"} 1000000.0
            berea_budget_used_microdollars{service="inference"} 250000.0
            berea_problems_total{service="inference",type="<script>"} 1.0
            """;

    private final Running.Suite suite;
    private final HttpServer instance;
    private final Gateway gateway;

    StatusTest(Running.Suite suite, @TempDir Path folder) throws IOException {
        this.suite = suite;
        instance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        instance.createContext(
                "/figures",
                exchange -> {
                    byte[] body = FIGURES.getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        instance.start();
        var settings = new HashMap<>(Gateway.allTo(suite.upstream().url()));
        settings.put(
                "berea.status.targets",
                "inference=http://127.0.0.1:%d/figures,search=http://127.0.0.1:%d/figures"
                        .formatted(instance.getAddress().getPort(), FreePorts.next()));
        gateway = Gateway.start(folder, suite.redis().url(), settings);
    }

    @AfterAll
    void close() {
        gateway.close();
        instance.stop(0);
    }

    @Test
    void showsTheFiguresToABrowserHereWithoutAToken() throws Exception {
        var page = gateway.send(gateway.request("/status"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.response().body())
                .contains("inference</th><td>up", "search</th><td>DOWN")
                .contains("7 finished", "$0.2500 (25.0 %)")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    /** A site whose own name points here would read it in a visitor's browser. */
    @Test
    void showsNothingUnderAnotherName() throws Exception {
        try (var socket = new RawSocket(gateway.port())) {
            socket.send("GET /status HTTP/1.1\nHost: evil.example\nConnection: close\n\n");
            assertThat(socket.status()).isEqualTo(404);
            assertThat(socket.rest()).doesNotContain("finished");
        }
    }

    @Test
    void isNotThereWhereNobodySaysWhoseFiguresToShow() throws Exception {
        var other = suite.gateway();
        assertThat(other.send(other.request("/status")).status()).isEqualTo(404);
    }

    /** It looks when it starts, which takes Redis a moment. */
    private boolean seen(String key) throws Exception {
        String name = "berea_key_first_seen_timestamp_seconds";
        Instant end = Instant.now().plus(Gateway.LIMIT);
        while (!(gateway.counted(name, "key=\"" + key + "\"") > 0)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    @Test
    void tellsSinceWhenItsKeysAreInUse() throws Exception {
        assertThat(seen("caller")).isTrue();
        assertThat(seen("token")).isTrue();
    }
}
