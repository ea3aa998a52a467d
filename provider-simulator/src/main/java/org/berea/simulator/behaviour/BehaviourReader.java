package org.berea.simulator.behaviour;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads behaviours from JSON and from directives; what it does not understand it refuses. */
final class BehaviourReader {
    /** Accepts {@code "20"} for 20, because a directive has no types. */
    private static final JsonMapper LENIENT_SCALARS =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final JsonMapper STRICT_SCALARS =
            LENIENT_SCALARS.rebuild().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    private static final Pattern PAIR =
            Pattern.compile(
                    "\\G\\s*([A-Za-z]+)(?:=(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"]+))?(?=\\s|$)");

    private BehaviourReader() {}

    /** Reads one JSON object. */
    static Behaviour json(String json) {
        try {
            return present(STRICT_SCALARS.readValue(json, Behaviour.class));
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /** Reads {@code name=value name="two words" flag}; a flag alone is true. */
    static Behaviour directive(String directive) {
        ObjectNode fields = LENIENT_SCALARS.createObjectNode();
        Matcher pair = PAIR.matcher(directive.strip());
        int read = 0;
        while (pair.find()) {
            put(fields, pair.group(1), value(pair.group(2)));
            read = pair.end();
        }
        if (read < directive.strip().length()) {
            throw new InvalidBehaviourException(
                    "directive", directive.strip().substring(read), "name=value or name=\"…\"");
        }
        try {
            return LENIENT_SCALARS.treeToValue(fields, Behaviour.class);
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    private static void put(ObjectNode fields, String name, String value) {
        if (fields.has(name)) {
            throw new InvalidBehaviourException(name, value, "given once");
        }
        fields.put(name, value);
    }

    private static String value(@Nullable String written) {
        if (written == null) {
            return "true";
        }
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1")
                : written;
    }

    private static Behaviour present(@Nullable Behaviour behaviour) {
        if (behaviour == null) {
            throw new InvalidBehaviourException("behaviour", "null", "a JSON object");
        }
        return behaviour;
    }

    private static InvalidBehaviourException invalid(JacksonException failure) {
        if (failure.getCause() instanceof InvalidBehaviourException own) {
            return own;
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return new InvalidBehaviourException(
                    unknown.getPropertyName(),
                    "unknown",
                    "one of " + unknown.getKnownPropertyIds());
        }
        String found = String.valueOf(failure.getOriginalMessage());
        return new InvalidBehaviourException(field(failure), found, "a value that fits");
    }

    private static String field(JacksonException failure) {
        if (failure instanceof DatabindException && !failure.getPath().isEmpty()) {
            return String.valueOf(failure.getPath().getLast().getPropertyName());
        }
        return "behaviour";
    }
}
