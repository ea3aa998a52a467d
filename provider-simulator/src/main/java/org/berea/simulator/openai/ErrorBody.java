package org.berea.simulator.openai;

import org.jspecify.annotations.Nullable;

/** The body of every error: {@code {"error":{"message","type","param","code"}}}. */
public record ErrorBody(Error error) {
    /** What went wrong. */
    public record Error(
            String message, String type, @Nullable String param, @Nullable String code) {}

    static ErrorBody of(
            String message, String type, @Nullable String param, @Nullable String code) {
        return new ErrorBody(new Error(message, type, param, code));
    }
}
