package org.berea.benchmarks.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SpanReaderTest {
    private static final byte[] TRACE =
            new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    @Test
    void readsWhoWhatAndWhen() {
        Span span = SpanReader.read(request("search", "recall", 7, 9)).getFirst();

        assertThat(span)
                .isEqualTo(
                        new Span(
                                "0102030405060708090a0b0c0d0e0f10",
                                "0000000000000007",
                                "0000000000000009",
                                "search",
                                "recall",
                                1_000_000,
                                3_500_000,
                                true));
    }

    @Test
    void tellsConsumersOfOneTopicApart() {
        byte[] group = attribute("messaging.kafka.consumer.group", "worker-audit");
        byte[] other = attribute("messaging.system", "kafka");

        Span consumer =
                SpanReader.read(request("worker", "process", 7, 9, other, group)).getFirst();
        Span nobody = SpanReader.read(request("worker", "process", 7, 9, other)).getFirst();

        assertThat(consumer.name()).isEqualTo("process by worker-audit");
        assertThat(nobody.name()).isEqualTo("process");
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThatThrownBy(() -> SpanReader.read("{\"resourceSpans\":[]}".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] half = request("search", "recall", 7, 9);
        assertThatThrownBy(() -> SpanReader.read(Arrays.copyOf(half, half.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesSpansOverHttpAndShowsThemAsATree() throws Exception {
        try (var receiver = Receiver.open(0);
                var http = HttpClient.newHttpClient()) {
            for (byte[] body :
                    new byte[][] {
                        request("worker", "ledger", 9, 7), request("gateway", "ask", 7, 0)
                    }) {
                var sent =
                        HttpRequest.newBuilder(URI.create(receiver.endpoint()))
                                .POST(BodyPublishers.ofByteArray(body))
                                .build();
                assertThat(http.send(sent, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            }

            assertThat(receiver.traceWith("nothing")).isEmpty();
            var lines = new Tree(receiver.traceWith("ledger")).lines();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).startsWith("gateway: ask FAILED").endsWith("0.0      2.5");
            assertThat(lines.getLast()).startsWith("  worker: ledger");
        }
    }

    private static byte[] request(
            String service, String name, long id, long parent, byte[]... attributes) {
        byte[] ofSpan =
                chunks(
                        Arrays.stream(attributes)
                                .map(attribute -> chunk(9, attribute))
                                .toArray(byte[][]::new));
        byte[] span =
                chunks(
                        chunk(1, TRACE),
                        chunk(2, big(id)),
                        parent == 0 ? new byte[0] : chunk(4, big(parent)),
                        chunk(5, name),
                        new byte[] {6 << 3, 2},
                        fixed(7, 1_000_000),
                        fixed(8, 3_500_000),
                        ofSpan,
                        chunk(15, new byte[] {3 << 3, 2}));
        byte[] resource = chunk(1, attribute("service.name", service));
        return chunk(1, chunks(chunk(1, resource), chunk(2, chunk(2, span))));
    }

    private static byte[] attribute(String key, String value) {
        return chunks(chunk(1, key), chunk(2, chunk(1, value)));
    }

    private static byte[] chunk(int field, String text) {
        return chunk(field, text.getBytes(UTF_8));
    }

    /** Of a length that may need two bytes. */
    private static byte[] chunk(int field, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(field << 3 | 2);
        if (content.length > 127) {
            out.write(content.length & 127 | 128);
        }
        out.write(content.length > 127 ? content.length >> 7 : content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] fixed(int field, long value) {
        var buffer = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.put((byte) (field << 3 | 1)).putLong(value).array();
    }

    private static byte[] big(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    private static byte[] chunks(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
