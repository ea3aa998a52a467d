package org.berea.metering;

/** What became of asking for an amount. */
public sealed interface Reservation {
    /** The slot afterwards, or as it was when it refused. */
    DayUsage usage();

    /** Set aside until {@link DailyLimits#settle}. */
    record Granted(Grant grant, DayUsage usage) implements Reservation {}

    /** It would have gone above the limit; nothing was changed. */
    record Refused(DayUsage usage) implements Reservation {}
}
