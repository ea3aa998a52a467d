package org.berea.worker.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.berea.contracts.CompletionId;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The last entry of a page; the next page starts behind it. Opaque to clients. */
public record Cursor(Instant askedAt, String completionId) {
    /** Before the first page: later than anything that was asked. */
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

    private static final int LONGEST = 200;

    /**
     * Where a page starts: at the newest entry when nothing is given.
     *
     * @throws InvalidValueException when it is not one that {@link #text} gave
     */
    public static Cursor of(@Nullable String text) {
        return text == null ? NEWEST : parse(text);
    }

    private static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            int bar = plain.indexOf('|');
            if (text.length() > LONGEST || bar < 0) {
                throw notOurs(text);
            }
            Instant at = Instant.EPOCH.plus(micros(plain.substring(0, bar)), ChronoUnit.MICROS);
            return new Cursor(at, new CompletionId(plain.substring(bar + 1)).value());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw notOurs(text);
        }
    }

    /** What a client sends to get the next page. */
    public String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, askedAt);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + "|" + completionId).getBytes(UTF_8));
    }

    private static long micros(String digits) {
        return Math.clamp(Long.parseLong(digits), 0, 253_402_300_799_999_999L);
    }

    private static InvalidValueException notOurs(String text) {
        return InvalidValueException.of("cursor", text, "the 'next' of an earlier page");
    }
}
