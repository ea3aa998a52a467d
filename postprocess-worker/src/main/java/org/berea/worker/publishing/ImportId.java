package org.berea.worker.publishing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names an import: {@code imp_}, 12 hexadecimal digits of milliseconds, 20 random ones. */
public final class ImportId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "imp_";
    private static final int DIGITS_OF_TIME = 12;

    private ImportId() {}

    /** An id that sorts behind the earlier one, even when the clock was set back in between. */
    public static String after(@Nullable String earlier, Clock clock) {
        long now = clock.millis();
        long millis = earlier == null ? now : Math.max(now, millisOf(earlier) + 1);
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return PREFIX + "%012x".formatted(millis) + HexFormat.of().formatHex(random);
    }

    private static long millisOf(String id) {
        int start = PREFIX.length();
        return HexFormat.fromHexDigitsToLong(id, start, start + DIGITS_OF_TIME);
    }
}
