package org.berea.metering;

final class InMemoryDailyLimitsTest implements DailyLimitsContract {
    private final DailyLimits limits = new InMemoryDailyLimits();

    @Override
    public DailyLimits limits() {
        return limits;
    }
}
