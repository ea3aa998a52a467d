package org.berea.localstack.supervision;

import java.time.Duration;

/**
 * Tells a program that cannot start from one that needs another try: it ended by itself again and
 * again, over a while in which a leftover of an earlier run would have gone.
 */
final class Failures {
    private static final int MANY = 3;

    private final Duration span;
    private int count;

    Failures(Duration span) {
        this.span = span;
    }

    /**
     * Notes an end before the program ever served.
     *
     * @param sinceFirstStart how long ago it was started for the first time
     * @return whether there is no hope left
     */
    boolean add(Duration sinceFirstStart) {
        count++;
        return count >= MANY && sinceFirstStart.compareTo(span) >= 0;
    }
}
