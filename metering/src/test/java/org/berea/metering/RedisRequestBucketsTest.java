package org.berea.metering;

import java.nio.file.Path;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class RedisRequestBucketsTest implements RequestBucketsContract {
    private final RedisServer server;
    private final LazyRedis redis;
    private final RequestBuckets buckets;

    RedisRequestBucketsTest(@TempDir Path data) {
        server = RedisServer.start(data, FreePorts.next());
        redis = new LazyRedis(server.url());
        buckets = new RedisRequestBuckets(redis);
    }

    @Override
    public RequestBuckets buckets() {
        return buckets;
    }

    @BeforeAll
    void connects() {
        buckets.left("warm", SLOW).block(LIMIT);
    }

    @AfterAll
    void stops() {
        redis.close();
        server.close();
    }
}
