package org.berea.inference.reservation;

import java.time.LocalDate;
import java.util.Optional;
import org.berea.metering.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Leave to make one model call.
 *
 * @param day whose limits it counts against
 * @param maxOutput tokens the model may write
 * @param tokens reserved on the account, or null while the store is away and the model is free
 * @param money reserved on the budget, or null for a free model
 */
public record CallGrant(
        LocalDate day, int maxOutput, @Nullable Grant tokens, @Nullable Grant money) {
    Optional<Grant> tokenGrant() {
        return Optional.ofNullable(tokens);
    }

    Optional<Grant> moneyGrant() {
        return Optional.ofNullable(money);
    }
}
