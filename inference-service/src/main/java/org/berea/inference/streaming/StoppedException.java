package org.berea.inference.streaming;

/** The caller asked for the answer to be stopped. */
public final class StoppedException extends RuntimeException {
    StoppedException() {
        super("stopped at the caller's request", null, false, false);
    }
}
