package org.berea.chassis.problem;

import static java.util.stream.Collectors.joining;
import static org.berea.contracts.problem.ProblemType.INVALID_REQUEST;

import java.util.Collection;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field of a body that could not be read. */
final class JsonProblem {
    private static final String BODY = "body";

    private JsonProblem() {}

    static Problem of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case DatabindException refused
                    when refused.getCause() instanceof InvalidValueException e ->
                    invalid(refused, e);
            case DatabindException other -> problem(path(other), "not readable", "valid JSON");
            default -> problem(BODY, "not JSON", "valid JSON");
        };
    }

    private static Problem unknownField(UnrecognizedPropertyException failure) {
        Collection<Object> known = failure.getKnownPropertyIds();
        String names =
                known == null
                        ? "a known field"
                        : known.stream().map(String::valueOf).sorted().collect(joining(", "));
        return problem(path(failure), "unknown field", "one of " + names);
    }

    private static Problem wrongType(MismatchedInputException failure) {
        if (failure.getCause() instanceof InvalidValueException e) {
            return invalid(failure, e);
        }
        return problem(path(failure), "wrong type", wanted(failure.getTargetType()));
    }

    /** What JSON calls it, not what Java does. */
    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type == String.class || type.isEnum()) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a number" : "an object";
    }

    /** A record refused itself: its place in the body and its own field make the whole name. */
    private static Problem invalid(DatabindException place, InvalidValueException refusal) {
        String parent = path(place);
        String field = refusal.field();
        boolean same = parent.equals(BODY) || parent.equals(field) || parent.endsWith("." + field);
        String whole = same ? (parent.equals(BODY) ? field : parent) : parent + "." + field;
        String message = String.valueOf(refusal.getMessage()).substring(field.length());
        return Problem.of(INVALID_REQUEST, whole + message).withField(whole);
    }

    private static Problem problem(String field, String found, String expected) {
        return ProblemMapping.invalid(InvalidValueException.unshown(field, found, expected));
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }
}
