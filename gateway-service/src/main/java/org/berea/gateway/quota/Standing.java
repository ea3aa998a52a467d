package org.berea.gateway.quota;

import org.berea.contracts.quota.QuotaState;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller stands, for the answer's headers.
 *
 * @param day null when nobody looked: for requests without tokens, or with the store away
 */
record Standing(QuotaState.Rate rate, QuotaState.@Nullable Day day) {}
