package org.berea.benchmarks.faults.breaking;

import java.util.EnumSet;
import java.util.Set;
import org.berea.benchmarks.faults.planning.Target;

/** Who is not well at the moment. One store at a time, and few enough parts to leave some load. */
final class Wounds {
    private static final int MOST = 3;

    private final Set<Target> hurt = EnumSet.noneOf(Target.class);
    private long count;

    /**
     * Waits until the target may be hurt, and takes note that it is.
     *
     * @return how many wounds there were before, if all of them are closed, else -1
     */
    synchronized long open(Target target) throws InterruptedException {
        while (hurt.contains(target)
                || hurt.size() >= MOST
                || (target.isStore() && isStoreAway())) {
            wait();
        }
        long before = hurt.isEmpty() ? count : -1;
        hurt.add(target);
        count++;
        return before;
    }

    /** Whether since then there was no other wound than the one. */
    synchronized boolean isTheOnlyOneSince(long before) {
        return before >= 0 && count == before + 1;
    }

    synchronized void close(Target target) {
        hurt.remove(target);
        notifyAll();
    }

    synchronized boolean isStoreAway() {
        return hurt.stream().anyMatch(Target::isStore);
    }

    /** Waits until all are well. */
    synchronized void awaitNone() throws InterruptedException {
        while (!hurt.isEmpty()) {
            wait();
        }
    }
}
