package org.berea.worker.pruning;

/** A table whose rows are kept for a time. */
public interface Aging {
    String table();

    /** Deletes rows whose time is over, the oldest first, and says how many they were. */
    int prune(int atMost);
}
