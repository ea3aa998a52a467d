package org.berea.contracts.search;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.Check;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /internal/search}.
 *
 * @param query the question, at most 8,000 characters
 * @param vector the question's embedding, or null for lexical search only
 * @param translations codes of loaded translations, the preferred first; all that are loaded when
 *     absent or empty
 * @param filter which books, or absent for all
 * @param context how many neighbours widen a hit on either side, 0 to 5; 1 when absent. With 0 each
 *     verse that was found is a passage of its own
 * @param limit 1 to 100 passages
 * @param notes whether the caller's own notes and highlights are searched too; not when absent
 */
public record SearchRequest(
        String query,
        @Nullable QueryVector vector,
        List<String> translations,
        SearchFilter filter,
        Integer context,
        int limit,
        Boolean notes) {
    private static final int LONGEST = 8_000;
    private static final int LONGEST_CODE = 20;
    private static final int MOST = 100;
    private static final int MOST_TRANSLATIONS = 20;
    private static final int MOST_CONTEXT = 5;
    private static final int DEFAULT_CONTEXT = 1;

    public SearchRequest {
        Check.text("query", query, LONGEST);
        translations = translations == null ? List.of() : List.copyOf(translations);
        Check.size("translation", translations, 0, MOST_TRANSLATIONS);
        translations.forEach(code -> Check.text("translation", code, LONGEST_CODE));
        filter = filter == null ? SearchFilter.NONE : filter;
        context = context == null ? DEFAULT_CONTEXT : context;
        Check.range("context", context, 0, MOST_CONTEXT);
        Check.range("limit", limit, 1, MOST);
        notes = notes != null && notes;
    }

    /** A search of one translation by words and, where there is a vector, by meaning. */
    public static SearchRequest of(
            String query, @Nullable QueryVector vector, String translation, int limit) {
        return new SearchRequest(
                query,
                vector,
                List.of(translation),
                SearchFilter.NONE,
                DEFAULT_CONTEXT,
                limit,
                false);
    }

    public Optional<QueryVector> embedding() {
        return Optional.ofNullable(vector);
    }
}
