package org.berea.worker.paging;

import java.util.List;
import java.util.function.Function;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a list.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record Page<E>(List<E> entries, @Nullable String next) {
    /** How many entries a page has when the client does not say. */
    public static final String USUAL_SIZE = "20";

    private static final int LARGEST = 100;

    /**
     * The size that a client asks for.
     *
     * @throws InvalidValueException unless it is a number from 1 to 100
     */
    public static int size(String limit) {
        try {
            return Check.range("limit", Integer.parseInt(limit), 1, LARGEST);
        } catch (NumberFormatException e) {
            throw InvalidValueException.of("limit", limit, "1 to " + LARGEST);
        }
    }

    /**
     * @param found one entry more than the size when there is a next page
     */
    public static <E> Page<E> of(List<E> found, int size, Function<E, Cursor> cursor) {
        List<E> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(shown, found.size() > size ? cursor.apply(shown.getLast()).text() : null);
    }
}
