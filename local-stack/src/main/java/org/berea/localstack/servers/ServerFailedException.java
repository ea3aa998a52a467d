package org.berea.localstack.servers;

/** A server cannot be prepared or does not start; the message says what to do or where to look. */
public final class ServerFailedException extends RuntimeException {
    public ServerFailedException(String message) {
        super(message);
    }

    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
