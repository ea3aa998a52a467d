package org.berea.benchmarks.faults.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The three stores, as anybody reaches them who knows their ports. */
public record Stores(int postgresPort, String postgresPassword, int redisPort, int kafkaPort) {
    private static final String HOST = "127.0.0.1";
    private static final int LIMIT_MILLIS = 3_000;
    private static final String OUTBOX = "berea:outbox";

    // In one step, so that nothing comes into the outbox between the look and the emptying.
    private static final String EMPTY_UNLESS_OUTBOX =
            "if redis.call('XLEN', KEYS[1]) > 0 then return 0 end redis.call('FLUSHALL') return 1";

    /** Those of a running suite. */
    public static Stores of(SuiteProcess suite) {
        return new Stores(
                Integer.parseInt(suite.told("stores: PostgreSQL (\\d+)")),
                suite.data().keys().postgresPassword().value(),
                Integer.parseInt(suite.told("stores: PostgreSQL \\d+, Redis (\\d+)")),
                Integer.parseInt(suite.told("stores: PostgreSQL \\d+, Redis \\d+, Kafka (\\d+)")));
    }

    /** A connection to PostgreSQL. */
    public Connection postgres() throws SQLException {
        var login = new Properties();
        login.setProperty("user", "berea");
        login.setProperty("password", postgresPassword);
        login.setProperty("connectTimeout", "3");
        login.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/berea".formatted(HOST, postgresPort), login);
    }

    /** A connection to Redis. */
    public Jedis redis() {
        return new Jedis(
                new HostAndPort(HOST, redisPort),
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(LIMIT_MILLIS)
                        .socketTimeoutMillis(LIMIT_MILLIS)
                        .build());
    }

    /** How Kafka's clients find it. */
    public Map<String, Object> kafka() {
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, HOST + ":" + kafkaPort);
    }

    public boolean postgresAnswers() {
        try (var connection = postgres()) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }

    public boolean redisAnswers() {
        try (var redis = redis()) {
            return "PONG".equals(redis.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    public boolean kafkaAnswers() throws InterruptedException {
        try (var admin = Admin.create(kafka())) {
            admin.listTopics().names().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Whether Redis tells that no event waits there for Kafka. */
    public boolean outboxIsEmpty() {
        try (var redis = redis()) {
            return redis.xlen(OUTBOX) == 0;
        } catch (JedisException e) {
            return false;
        }
    }

    /** Takes all away from Redis; false when events wait there, which then stay. */
    public boolean emptyRedis() {
        try (var redis = redis()) {
            return redis.eval(EMPTY_UNLESS_OUTBOX, 1, OUTBOX) instanceof Long done && done == 1;
        }
    }
}
