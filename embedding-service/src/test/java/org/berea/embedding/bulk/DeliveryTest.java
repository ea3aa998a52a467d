package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Receipt TAKEN = new Receipt.Taken();
    private static final Receipt REFUSED = new Receipt.Refused("wrong dimension");
    private static final Receipt MISSED = new Receipt.Missed(new IOException("away"));

    @Test
    void isDoneWhenOneInstanceHasIt() {
        assertThat(Delivery.of(List.of(MISSED, REFUSED, TAKEN))).isInstanceOf(Delivery.Done.class);
        assertThat(Delivery.of(List.of(TAKEN, MISSED))).isInstanceOf(Delivery.Done.class);
    }

    @Test
    void failsAsLongAsOneMayStillTakeIt() {
        assertThat(Delivery.of(List.of(REFUSED, MISSED))).isInstanceOf(Delivery.Failed.class);
        assertThat(Delivery.of(List.of(MISSED, REFUSED))).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void isRefusedWhenNoneWillEverTakeIt() {
        assertThat(Delivery.of(List.of(REFUSED, REFUSED)))
                .isEqualTo(new Delivery.Refused("wrong dimension"));
    }
}
