package org.berea.inference.reservation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.metering.Grant;
import org.jspecify.annotations.Nullable;

/** Leave to make one model call, settled once by whoever learns first what became of it. */
public final class CallGrant {
    private final int maxOutput;
    private final @Nullable Wish wish;
    private final @Nullable Grant tokens;
    private final @Nullable Grant money;
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * @param maxOutput tokens the model may write
     * @param wish that it grants, or null for a call that uses nothing
     * @param tokens reserved on the account, or null while the store is away and the model is free
     * @param money reserved on the budget, or null for a free model
     */
    private CallGrant(
            int maxOutput, @Nullable Wish wish, @Nullable Grant tokens, @Nullable Grant money) {
        this.maxOutput = maxOutput;
        this.wish = wish;
        this.tokens = tokens;
        this.money = money;
    }

    /** From now on the call counts against its question's ceiling. */
    static CallGrant of(Wish wish, @Nullable Grant tokens, @Nullable Grant money) {
        var grant = new CallGrant(wish.output(), wish, tokens, money);
        wish.spending().open(grant, wish.tokens(), wish.price());
        return grant;
    }

    /** For the model that uses nothing. */
    static CallGrant unreserved(int maxOutput) {
        return new CallGrant(maxOutput, null, null, null);
    }

    /** Tokens the model may write. */
    public int maxOutput() {
        return maxOutput;
    }

    Optional<Grant> tokens() {
        return Optional.ofNullable(tokens);
    }

    Optional<Grant> money() {
        return Optional.ofNullable(money);
    }

    /** Whether a store holds something for it. */
    boolean isReserved() {
        return tokens != null || money != null;
    }

    /** Whether the asker is the first, and so the one who settles. */
    boolean settleNow(long actualTokens, long actualMicros) {
        boolean first = settled.compareAndSet(false, true);
        if (first && wish != null) {
            wish.spending().settle(this, actualTokens - wish.tokens(), actualMicros - wish.price());
        }
        return first;
    }
}
