package org.berea.inference.reservation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.metering.Grant;
import org.jspecify.annotations.Nullable;

/** Leave to make one model call, settled once by whoever learns first what became of it. */
public final class CallGrant {
    private final LocalDate day;
    private final int maxOutput;
    private final @Nullable Grant tokens;
    private final @Nullable Grant money;
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * @param day whose limits it counts against
     * @param maxOutput tokens the model may write
     * @param tokens reserved on the account, or null while the store is away and the model is free
     * @param money reserved on the budget, or null for a free model
     */
    CallGrant(LocalDate day, int maxOutput, @Nullable Grant tokens, @Nullable Grant money) {
        this.day = day;
        this.maxOutput = maxOutput;
        this.tokens = tokens;
        this.money = money;
    }

    /** Tokens the model may write. */
    public int maxOutput() {
        return maxOutput;
    }

    LocalDate day() {
        return day;
    }

    Optional<Grant> tokens() {
        return Optional.ofNullable(tokens);
    }

    Optional<Grant> money() {
        return Optional.ofNullable(money);
    }

    /** Whether the asker is the first, and so the one who settles. */
    boolean settleNow() {
        return settled.compareAndSet(false, true);
    }
}
