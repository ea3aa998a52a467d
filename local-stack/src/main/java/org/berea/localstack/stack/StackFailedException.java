package org.berea.localstack.stack;

/** The suite cannot be started; the message is for the one who typed the command. */
public final class StackFailedException extends RuntimeException {
    public StackFailedException(String message) {
        super(message);
    }

    public StackFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
