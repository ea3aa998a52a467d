package org.berea.localstack.commands;

import java.nio.file.Path;
import java.util.List;
import org.berea.localstack.servers.KafkaServer;

/** Runs Kafka in a process of its own, so that it can die and be started again alone. */
final class KafkaCommand {
    private KafkaCommand() {}

    static int run(List<String> words) {
        var server = KafkaServer.start(Path.of(words.get(0)), Integer.parseInt(words.get(1)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        server.await();
        return 0;
    }
}
