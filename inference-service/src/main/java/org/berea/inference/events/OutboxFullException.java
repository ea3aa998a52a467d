package org.berea.inference.events;

/** The outbox holds as much as it may. */
final class OutboxFullException extends RuntimeException {
    OutboxFullException(int entries) {
        super("the outbox is full: " + entries + " entries", null, false, false);
    }
}
