package org.berea.simulator;

import java.util.List;
import org.berea.simulator.behaviour.Behaviour;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings, each also an environment variable. Beside them {@code SERVER_PORT} (8090) and
 * {@code SERVER_ADDRESS} (127.0.0.1, because whoever reaches the port can steer the simulator).
 *
 * @param apiKey {@code SIMULATOR_API_KEY}: the only bearer key accepted on {@code /v1}; when absent
 *     any key is, and none
 * @param models {@code SIMULATOR_MODELS}: what {@code GET /v1/models} lists; others work too
 * @param pace {@code SIMULATOR_PACE}: tokens per second, unless a behaviour says otherwise
 * @param firstTokenMs {@code SIMULATOR_FIRST_TOKEN_MS}: from the headers to the first token
 * @param journalSize {@code SIMULATOR_JOURNAL_SIZE}: how many calls the journal remembers
 * @param embeddingDimension {@code SIMULATOR_EMBEDDING_DIMENSION}: unless the request says
 *     otherwise
 */
@ConfigurationProperties(prefix = "simulator", ignoreUnknownFields = false)
public record SimulatorSettings(
        @Nullable String apiKey,
        @DefaultValue({"sim-small", "sim-medium", "sim-large"}) List<String> models,
        @DefaultValue("80") double pace,
        @DefaultValue("100") int firstTokenMs,
        @DefaultValue("1000") int journalSize,
        @DefaultValue("384") int embeddingDimension) {
    public SimulatorSettings {
        models = List.copyOf(models);
        range("simulator.journal-size", journalSize, 1, 1_000_000);
        range("simulator.embedding-dimension", embeddingDimension, 1, 4_096);
        var unused = behaviour(pace, firstTokenMs);
    }

    /** What holds before anybody says otherwise. */
    Behaviour initialBehaviour() {
        return behaviour(pace, firstTokenMs);
    }

    private static Behaviour behaviour(double pace, int firstTokenMs) {
        return Behaviour.of("pace=%s firstTokenMs=%d".formatted(pace, firstTokenMs));
    }

    private static void range(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s: '%d' (expected: %d to %d)".formatted(name, value, min, max));
        }
    }
}
