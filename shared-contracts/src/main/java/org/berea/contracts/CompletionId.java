package org.berea.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Identifies one answer from the gateway to the ledger: {@code cmp_} and 32 hexadecimal digits. */
public record CompletionId(@JsonValue String value) {
    /** The header by which the gateway tells inference which id it gave. */
    public static final String HEADER = "X-Berea-Completion-Id";

    private static final Pattern FORM = Pattern.compile("cmp_[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator
    public CompletionId {
        if (!FORM.matcher(Check.present("completionId", value)).matches()) {
            throw InvalidValueException.of("completionId", value, "cmp_ and 32 hexadecimal digits");
        }
    }

    /** A new id that sorts by time: 48 bits of milliseconds, then 80 random bits. */
    public static CompletionId next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return new CompletionId(
                "cmp_%012x%s"
                        .formatted(
                                System.currentTimeMillis() & 0xFFFF_FFFF_FFFFL,
                                HexFormat.of().formatHex(random)));
    }

    @Override
    public String toString() {
        return value;
    }
}
