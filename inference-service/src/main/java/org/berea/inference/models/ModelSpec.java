package org.berea.inference.models;

import java.time.Duration;
import java.util.Optional;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A model as configured.
 *
 * @param id how configuration, metrics and the ledger call it
 * @param name how its server calls it
 * @param baseUrl of its OpenAI-compatible server, ending in {@code /v1}; blank switches it off
 * @param apiKey blank for servers that need none
 * @param contextWindow in tokens, prompt and output together
 * @param maxOutput in tokens
 * @param inputPrice in micro-dollars per million tokens, which is dollars × 10⁶
 * @param outputPrice the same for output
 * @param safetyFactor how many tokens of this model one token of our count may be
 */
public record ModelSpec(
        String id,
        String name,
        SizeClass sizeClass,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @DefaultValue("true") boolean keyNeeded,
        int contextWindow,
        int maxOutput,
        long inputPrice,
        long outputPrice,
        @DefaultValue("1.1") double safetyFactor,
        @DefaultValue Limits limits) {
    private static final long MILLION = 1_000_000;

    /** How long a call may take to connect, to its first token, between tokens and in all. */
    public record Limits(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("10s") Duration firstToken,
            @DefaultValue("15s") Duration betweenTokens,
            @DefaultValue("120s") Duration total) {
        /** For a model that runs here and answers at once. */
        static final Limits NONE =
                new Limits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    public ModelSpec {
        Check.text("id", id, 100);
        Check.text("name", name, 100);
        Check.range("contextWindow", contextWindow, 1_000, 10_000_000);
        Check.range("maxOutput", maxOutput, 100, contextWindow);
        Check.notNegative("inputPrice", inputPrice);
        Check.notNegative("outputPrice", outputPrice);
        if (safetyFactor < 1) {
            throw InvalidValueException.of("safetyFactor", safetyFactor, "1 or more");
        }
    }

    /**
     * Where the model is, when it is switched on: its address is known, and its key if it needs
     * one.
     */
    public Optional<String> address() {
        boolean hasKey = !keyNeeded || (apiKey != null && !apiKey.isBlank());
        return Optional.ofNullable(baseUrl).filter(url -> !url.isBlank() && hasKey);
    }

    public boolean isFree() {
        return inputPrice == 0 && outputPrice == 0;
    }

    /** The price in micro-dollars, rounded up. */
    public long price(long promptTokens, long outputTokens) {
        long millionths = promptTokens * inputPrice + outputTokens * outputPrice;
        return Math.ceilDiv(millionths, MILLION);
    }

    /** Our count of tokens as this model may count them at most. */
    public long padded(long tokens) {
        return (long) Math.ceil(tokens * safetyFactor);
    }
}
