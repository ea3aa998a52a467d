package org.berea.localstack.commands;

/** A command could not do what was asked; the message is for the one who typed it. */
public final class CommandFailedException extends RuntimeException {
    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
