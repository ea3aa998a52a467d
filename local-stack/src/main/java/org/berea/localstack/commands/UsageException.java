package org.berea.localstack.commands;

/** The command line cannot be understood; the message says what about it. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
