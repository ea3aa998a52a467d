package org.berea.localstack.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How Kafka is set up as broker and controller in one, small enough for a laptop. */
final class KafkaSettings {
    // Every internal topic wants three replicas by default, which one node cannot give.
    private static final Map<String, String> SINGLE_NODE =
            Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1");

    private static final Map<String, String> SMALL =
            Map.of(
                    "offsets.topic.num.partitions", "3",
                    "transaction.state.log.num.partitions", "3",
                    "share.coordinator.state.topic.num.partitions", "3",
                    "num.network.threads", "2",
                    "num.io.threads", "2",
                    "background.threads", "2",
                    // The default would take 128 MB at once.
                    "log.cleaner.dedupe.buffer.size", "4194304");

    // A broker that was killed is let in again once its old session is over: sooner than the usual
    // nine seconds, yet late enough that a busy machine does not lose it.
    private static final Map<String, String> SOON_BACK =
            Map.of("broker.session.timeout.ms", "4000", "broker.heartbeat.interval.ms", "1000");

    private KafkaSettings() {}

    static Properties of(Path data, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(SINGLE_NODE);
        settings.putAll(SMALL);
        settings.putAll(SOON_BACK);
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "127.0.0.1:" + controllerPort;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listeners", broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("log.dirs", data.toAbsolutePath().resolve("log").toString());
        settings.put("auto.create.topics.enable", "true");
        settings.put("num.partitions", "6");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
