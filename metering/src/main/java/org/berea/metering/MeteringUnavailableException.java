package org.berea.metering;

/** The store could not answer in time; nothing may be assumed about what it would have said. */
public final class MeteringUnavailableException extends RuntimeException {
    MeteringUnavailableException(Throwable cause) {
        super("the metering store did not answer: " + cause.getMessage(), cause);
    }
}
