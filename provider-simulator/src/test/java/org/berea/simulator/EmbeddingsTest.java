package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EmbeddingsTest {
    private static SimulatorServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = SimulatorServer.start(0);
        client = new Client(server.baseUrl());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesUnitVectorsInWhichSharedWordsBringTextsTogether() {
        JsonNode data =
                embed(
                                "[\"all things work together for good\","
                                        + "\"things that work together\",\"a sower went out\"]",
                                "")
                        .get("data");
        double[] first = vector(data.get(0));

        assertThat(first).hasSize(384);
        assertThat(dot(first, first)).isCloseTo(1, within(1e-5));
        assertThat(dot(first, vector(data.get(1))))
                .isGreaterThan(0.5)
                .isGreaterThan(dot(first, vector(data.get(2))) + 0.3);
    }

    @Test
    void givesTheSameTextTheSameVectorInTheWantedForm() {
        JsonNode numbers = embed("\"love\"", ",\"dimensions\":8").at("/data/0");
        JsonNode encoded =
                embed("\"love\"", ",\"dimensions\":8,\"encoding_format\":\"base64\"").at("/data/0");
        byte[] bytes = Base64.getDecoder().decode(encoded.get("embedding").asString());
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes).hasSize(32);
        for (double value : vector(numbers)) {
            assertThat(floats.getFloat()).isCloseTo((float) value, within(1e-6f));
        }
    }

    @Test
    void countsTokensAndRefusesWhatIsNoText() {
        assertThat(embed("\"two words\"", "").at("/usage").toString())
                .isEqualTo("{\"prompt_tokens\":2,\"total_tokens\":2}");
        assertThat(refused("\"\"", "")).isEqualTo("input");
        assertThat(refused("[]", "")).isEqualTo("input");
        assertThat(refused("\"x\"", ",\"dimensions\":0")).isEqualTo("dimensions");
        assertThat(refused("\"x\"", ",\"encoding_format\":\"hex\"")).isEqualTo("encoding_format");
    }

    private static String refused(String input, String more) {
        return embed(input, more).at("/error/param").asString();
    }

    private static JsonNode embed(String input, String more) {
        String body = "{\"model\":\"sim-embedding\",\"input\":" + input + more + "}";
        return Client.JSON.readTree(client.send("POST", "/v1/embeddings", body).body());
    }

    private static double[] vector(JsonNode item) {
        return item.get("embedding").values().stream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
