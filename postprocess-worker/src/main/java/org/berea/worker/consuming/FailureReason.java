package org.berea.worker.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why an event became a dead letter, in a header of it: kinds of failures only, because messages of
 * databases and parsers repeat what users wrote.
 */
public final class FailureReason {
    private static final String HEADER = "berea-reason";
    private static final int DEEPEST = 20;

    private FailureReason() {}

    /** Such as {@code PSQLException 42P01}. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String kind = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? kind + " " + sql.getSQLState() : kind;
    }

    /** What an event's headers say, if they do. */
    public static Optional<String> in(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(HEADER))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }

    /** Says it in place of what was said before. */
    public static void put(Headers headers, Throwable failure) {
        headers.remove(HEADER).add(HEADER, of(failure).getBytes(UTF_8));
    }
}
