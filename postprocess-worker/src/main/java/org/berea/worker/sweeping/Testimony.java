package org.berea.worker.sweeping;

import java.time.Instant;

/** What Redis can be believed at the moment. */
sealed interface Testimony {
    /** It was emptied or started anew a short while ago: that a heartbeat is gone means nothing. */
    record TooYoung() implements Testimony {}

    /**
     * Every process that lives had the time to show it.
     *
     * @param run the run of the server that says so
     * @param wholeSince what was reserved since then is all there; of older times some may be lost
     */
    record Sound(String run, Instant wholeSince) implements Testimony {}
}
