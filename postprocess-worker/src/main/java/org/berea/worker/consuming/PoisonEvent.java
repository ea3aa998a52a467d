package org.berea.worker.consuming;

/** An event that no retry will make readable. */
final class PoisonEvent extends RuntimeException {
    PoisonEvent(Throwable cause) {
        super("the event cannot be read: " + cause.getMessage(), cause);
    }
}
