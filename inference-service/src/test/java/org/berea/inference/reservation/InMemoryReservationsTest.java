package org.berea.inference.reservation;

import org.berea.metering.DailyLimits;
import org.berea.metering.InMemoryDailyLimits;

final class InMemoryReservationsTest implements ReservationsContract {
    private final DailyLimits store = new InMemoryDailyLimits();

    @Override
    public DailyLimits store() {
        return store;
    }
}
