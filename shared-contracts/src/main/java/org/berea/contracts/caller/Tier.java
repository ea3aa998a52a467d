package org.berea.contracts.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a caller has paid for; decides limits and models. */
public enum Tier {
    FREE,
    PLUS,
    PRO;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tier of that label; everything unknown is {@link #FREE}. */
    @JsonCreator
    public static Tier of(@Nullable String label) {
        return Arrays.stream(values())
                .filter(tier -> tier.label().equals(label))
                .findFirst()
                .orElse(FREE);
    }
}
