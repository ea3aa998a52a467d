package org.berea.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StackTest {
    @TempDir Path folder;

    @Test
    void refusesASecondRunWithTheSameData() throws Exception {
        try (var first = open(options(0))) {
            assertThatThrownBy(() -> open(options(0)))
                    .isInstanceOf(StackFailedException.class)
                    .hasMessageContaining("Berea already runs")
                    .hasMessageContaining("port " + first.port());
        }
        open(options(0)).close();
    }

    @Test
    void namesTheGatewaysPortWhenItIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> open(options(port)))
                    .isInstanceOf(StackFailedException.class)
                    .hasMessageContaining("port " + port + " is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void forgetsDataButNotKeysForAFreshStart() throws Exception {
        open(options(0)).close();
        Path stored = Files.createDirectories(folder.resolve("redis")).resolve("appendonly.aof");
        Files.writeString(stored, "old");
        byte[] key = new DataFolder(folder).keys().callerKey();

        open(new UpOptions(0, true, false, SearchEngine.LUCENE, false, Map.of())).close();

        assertThat(stored).doesNotExist();
        assertThat(new DataFolder(folder).keys().callerKey()).isEqualTo(key);
    }

    @Test
    void givesEveryInstanceItsOwnPortsAndListsThemAll() {
        var options =
                new UpOptions(
                        0,
                        false,
                        true,
                        SearchEngine.LUCENE,
                        false,
                        Map.of(Service.INFERENCE, 2, Service.GATEWAY, 2));

        Layout layout = Layout.plan(options);

        var ports = new ArrayList<>(List.of(layout.postgresPort(), layout.redisPort()));
        ports.add(layout.kafkaPort());
        layout.instances().forEach(instance -> ports.add(instance.port()));
        layout.instances().forEach(instance -> ports.add(instance.managementPort()));
        assertThat(ports).hasSize(3 + 2 * 9).doesNotHaveDuplicates();
        assertThat(layout.urls(Service.INFERENCE)).matches("http://127.0.0.1:\\d+,http.*");
        assertThat(layout.of(Service.GATEWAY)).hasSize(2);
    }

    @Test
    void givesWeaviateItsPortsAndTellsOnlySearchItsKey() {
        var options = new UpOptions(0, false, false, SearchEngine.WEAVIATE, false, Map.of());
        var data = new DataFolder(folder);
        Layout layout = Layout.plan(options);
        var environment = new Environment(layout, data, data.keys(), options);

        String key = data.keys().weaviateKey().value();
        for (Instance instance : layout.instances()) {
            boolean isSearch = instance.service() == Service.SEARCH;
            assertThat(environment.of(instance).containsValue(key)).isEqualTo(isSearch);
        }
        assertThat(environment.of(layout.of(Service.SEARCH).getFirst()))
                .containsEntry("BEREA_SEARCH_ENGINE", "weaviate")
                .containsKeys("WEAVIATE_URL", "WEAVIATE_GRPC_PORT");
        assertThat(Addresses.of(layout).getFirst()).contains("Weaviate ");
    }

    @Test
    void tellsOnlyTheGatewayWhereTheFiguresAreAndLeavesOutTheSimulator() {
        var options = new UpOptions(0, false, true, SearchEngine.LUCENE, true, Map.of());
        var data = new DataFolder(folder);
        Layout layout = Layout.plan(options);
        var environment = new Environment(layout, data, data.keys(), options);

        String targets =
                environment
                        .of(layout.of(Service.GATEWAY).getFirst())
                        .getOrDefault("BEREA_STATUS_TARGETS", "");
        assertThat(targets.split(",")).hasSize(6).allMatch(it -> it.matches("[a-z-]+=http://.*"));
        assertThat(environment.of(layout.of(Service.WORKER).getFirst()))
                .doesNotContainKey("BEREA_STATUS_TARGETS");
        assertThat(layout.observers()).isNotNull();
        assertThat(Addresses.of(layout)).hasSize(1 + 7 + 2);
    }

    @Test
    void takesAFreePortWhereAnInnerOneIsTaken() throws Exception {
        int gateway = FreePorts.next();
        if (!FreePorts.isFree(Service.SEARCH.port())) {
            assertThat(Layout.plan(options(gateway)).of(Service.SEARCH).getFirst().port())
                    .isNotEqualTo(Service.SEARCH.port());
            return;
        }
        try (var other =
                new ServerSocket(Service.SEARCH.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(Layout.plan(options(gateway)).of(Service.SEARCH).getFirst().port())
                    .isNotEqualTo(other.getLocalPort());
        }
    }

    private Stack open(UpOptions options) throws InterruptedException {
        return Stack.open(Path.of("."), new DataFolder(folder), options, _ -> {});
    }

    private static UpOptions options(int port) {
        return new UpOptions(port, false, false, SearchEngine.LUCENE, false, Map.of());
    }
}
