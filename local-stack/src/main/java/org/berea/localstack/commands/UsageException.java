package org.berea.localstack.commands;

/** The command line cannot be understood; the message says what about it. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
