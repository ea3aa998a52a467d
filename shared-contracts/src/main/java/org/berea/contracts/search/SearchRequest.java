package org.berea.contracts.search;

import java.util.Optional;
import org.berea.contracts.Check;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /internal/search}.
 *
 * @param query the question, at most 8,000 characters
 * @param vector the question's embedding, or null for lexical search only
 * @param translation a loaded translation's code
 * @param limit 1 to 100 passages
 */
public record SearchRequest(
        String query, float @Nullable [] vector, String translation, int limit) {
    private static final int LONGEST = 8_000;
    private static final int LONGEST_CODE = 20;
    private static final int MOST = 100;

    public SearchRequest {
        Check.text("query", query, LONGEST);
        Check.text("translation", translation, LONGEST_CODE);
        Check.range("limit", limit, 1, MOST);
    }

    /** A search by the words alone. */
    public static SearchRequest lexical(String query, String translation, int limit) {
        return new SearchRequest(query, null, translation, limit);
    }

    public Optional<float[]> embedding() {
        return Optional.ofNullable(vector);
    }
}
