package org.berea.embedding.encoding;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.berea.embedding.text.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenAI-compatible embedding model on another machine. Nothing is checked unless it is used.
 *
 * @param url up to and with {@code /v1}
 * @param apiKey sent as a bearer token when given; never shown
 * @param model its name there
 * @param dimension how many numbers its vectors have
 * @param maxTokens that it reads of one text; longer ones are split
 * @param queryPrefix what it wants before a question, blanks at the end included
 * @param passagePrefix what it wants before any other text
 * @param calls at the same time
 * @param batch texts in one call
 * @param queryLimit for a whole call with questions, below the two seconds that their callers wait
 * @param limit for a whole call with other texts
 * @param cacheExpiry how long the shared cache keeps a question's vector
 */
@ConfigurationProperties(prefix = "berea.remote", ignoreUnknownFields = false)
public record RemoteSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String model,
        @DefaultValue("384") int dimension,
        @DefaultValue("512") int maxTokens,
        @DefaultValue("") String queryPrefix,
        @DefaultValue("") String passagePrefix,
        @DefaultValue("4") int calls,
        @DefaultValue("64") int batch,
        @DefaultValue("1800ms") Duration queryLimit,
        @DefaultValue("5s") Duration limit,
        @DefaultValue("7d") Duration cacheExpiry) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_NUMBERS = 4096;
    private static final int FEWEST_TOKENS = 32;
    private static final int MOST_TOKENS = 100_000;
    private static final int MOST_CALLS = 100;
    private static final int MOST_TEXTS = 512;

    /**
     * These settings, once they are known to be usable.
     *
     * @throws InvalidValueException naming the setting that is not
     */
    public RemoteSettings checked() {
        address();
        Check.text("BEREA_EMBEDDING_REMOTE_MODEL", model, LONGEST_NAME);
        Check.range("BEREA_EMBEDDING_DIMENSION", dimension, 1, MOST_NUMBERS);
        Check.range("BEREA_EMBEDDING_MAX_TOKENS", maxTokens, FEWEST_TOKENS, MOST_TOKENS);
        Check.range("berea.remote.calls", calls, 1, MOST_CALLS);
        Check.range("berea.remote.batch", batch, 1, MOST_TEXTS);
        positive("berea.remote.query-limit", queryLimit);
        positive("berea.remote.limit", limit);
        positive("BEREA_EMBEDDING_CACHE_EXPIRY", cacheExpiry);
        return this;
    }

    /** Where texts become vectors. */
    URI address() {
        try {
            URI base = URI.create(url.replaceFirst("/+$", "") + "/embeddings");
            if (base.getHost() != null && Set.of("http", "https").contains(base.getScheme())) {
                return base;
            }
        } catch (IllegalArgumentException _) {
            // Not shown: an address may hold a password.
        }
        throw InvalidValueException.unshown(
                "BEREA_EMBEDDING_URL", "no address", "one like https://host/v1");
    }

    /** The text as the model wants it. */
    String prepared(Text text) {
        return switch (text.purpose()) {
            case QUERY -> queryPrefix + text.content();
            case PASSAGE, NOTE, IMPORT -> passagePrefix + text.content();
        };
    }

    /** All but the key. */
    @Override
    public String toString() {
        return "RemoteSettings[model=%s, dimension=%d]".formatted(model, dimension);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw InvalidValueException.of(name, value, "more than nothing");
        }
    }
}
