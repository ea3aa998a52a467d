package org.berea.metering;

import reactor.core.publisher.Mono;

/**
 * Amounts of a day that are reserved before they are spent and settled to the truth afterwards.
 * Every call fails with {@link MeteringUnavailableException} when the store cannot answer in time.
 */
public interface DailyLimits {
    /**
     * Sets an amount aside if used, reserved and amount together stay within the limit; else
     * refuses. A caller that leaves before it has the answer leaves nothing reserved.
     *
     * @param holder who the grant is for, such as a completion; may hold several
     * @param amount in the key's unit
     * @param limit in the key's unit, as it stands now
     */
    Mono<Reservation> reserve(LimitKey key, String holder, long amount, long limit);

    /**
     * Replaces the reserved amount by the actual one. Settling again changes nothing. An actual
     * amount above the grant is booked in full, because it was spent.
     */
    Mono<DayUsage> settle(Grant grant, long actual);

    /** What a holder has reserved and not settled, in the key's unit; zero when nothing. */
    Mono<Long> held(LimitKey key, String holder);

    /** The slot as it stands, zero for one that nobody has used. */
    Mono<DayUsage> read(LimitKey key);
}
