package org.berea.chassis.problem;

import static org.berea.contracts.problem.ProblemType.FORBIDDEN;
import static org.berea.contracts.problem.ProblemType.INVALID_REQUEST;
import static org.berea.contracts.problem.ProblemType.NOT_FOUND;
import static org.berea.contracts.problem.ProblemType.TIMEOUT;
import static org.berea.contracts.problem.ProblemType.TOO_LARGE;
import static org.berea.contracts.problem.ProblemType.UNAUTHENTICATED;
import static org.berea.contracts.problem.ProblemType.UNAVAILABLE;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import tools.jackson.core.JacksonException;

/** Turns whatever was thrown into a problem of the fixed list. */
public final class ProblemMapping {
    private ProblemMapping() {}

    /** The problem of an exception; what nobody foresaw is {@code unavailable}. */
    public static Problem of(Throwable failure) {
        return find(failure, ProblemException.class)
                .map(ProblemException::problem)
                .or(() -> find(failure, DataBufferLimitException.class).map(_ -> tooLarge()))
                .or(() -> find(failure, JacksonException.class).map(JsonProblem::of))
                .or(() -> find(failure, InvalidValueException.class).map(ProblemMapping::invalid))
                .or(() -> find(failure, TimeoutException.class).map(_ -> timeout()))
                .or(() -> find(failure, ErrorResponse.class).map(ProblemMapping::ofStatus))
                .orElseGet(() -> Problem.of(UNAVAILABLE, "something went wrong on our side"));
    }

    /** Whether nobody foresaw it, so that it belongs into the log with its stack. */
    public static boolean isUnforeseen(Throwable failure) {
        return of(failure).type().equals(UNAVAILABLE.uri())
                && find(failure, ProblemException.class).isEmpty();
    }

    static Problem invalid(InvalidValueException failure) {
        return Problem.of(INVALID_REQUEST, String.valueOf(failure.getMessage()))
                .withField(failure.field());
    }

    private static Problem tooLarge() {
        return Problem.of(TOO_LARGE, "the body is larger than 256 KB");
    }

    private static Problem timeout() {
        return Problem.of(TIMEOUT, "a needed service did not answer within its limit");
    }

    private static Problem ofStatus(ErrorResponse response) {
        HttpStatusCode status = response.getStatusCode();
        String detail =
                status.value() == 404
                        ? "there is nothing at this path"
                        : Optional.ofNullable(response.getBody().getDetail())
                                .orElse("not possible");
        Problem problem = Problem.of(typeOf(status), detail);
        return new Problem(
                problem.type(),
                problem.title(),
                status.value(),
                detail,
                problem.retryable(),
                null,
                null,
                null);
    }

    private static ProblemType typeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 413 -> TOO_LARGE;
            default -> status.is4xxClientError() ? INVALID_REQUEST : UNAVAILABLE;
        };
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        Function<Throwable, @Nullable Throwable> cause = Throwable::getCause;
        for (Throwable next = failure; next != null; next = cause.apply(next)) {
            if (type.isInstance(next)) {
                return Optional.of(type.cast(next));
            }
        }
        return Optional.empty();
    }
}
