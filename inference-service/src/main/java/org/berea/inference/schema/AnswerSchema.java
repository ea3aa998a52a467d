package org.berea.inference.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Schema (2020-12) that was found usable: well-formed, not too large, complete in itself.
 * What it costs to hold an answer against it is bounded, since strangers write it.
 */
public final class AnswerSchema {
    private static final String FIELD = "responseSchema";
    private static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();
    private static final int LONGEST = 8_000;
    private static final int MOST_PROBLEMS = 8;
    private static final String ENDLESS = "it is nested too deeply or too large to be checked";
    private static final long MOST_STEPS = 100_000;
    private static final int DEEPEST = 60;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema META =
            SchemaRegistry.withDialect(Dialects.getDraft202012())
                    .getSchema(SchemaLocation.of(DIALECT));

    private final String text;
    private final Schema schema;

    private AnswerSchema(String text, Schema schema) {
        this.text = text;
        this.schema = schema;
    }

    /**
     * @throws InvalidValueException naming {@code responseSchema} when it cannot be used
     */
    public static AnswerSchema of(Map<String, Object> written) {
        JsonNode tree = MAPPER.valueToTree(written);
        String text = MAPPER.writeValueAsString(tree);
        if (text.length() > LONGEST) {
            throw unusable(text.length() + " characters", "at most " + LONGEST);
        }
        requireSelfContained(tree);
        List<String> problems = problems(META, tree);
        if (!problems.isEmpty()) {
            throw unusable(problems.getFirst(), "a JSON Schema of 2020-12");
        }
        var schema = new AnswerSchema(text, compiled(tree));
        schema.tryOut();
        return schema;
    }

    /** As one line of JSON, for prompts and comparisons. */
    public String text() {
        return text;
    }

    /** What is wrong with a value, in the validator's words; nothing when it fits. */
    public List<String> problems(JsonNode value) {
        return problems(schema, value);
    }

    private static List<String> problems(Schema schema, JsonNode value) {
        try {
            return schema.validate(value, AnswerSchema::bound).stream()
                    .limit(MOST_PROBLEMS)
                    .map(Error::toString)
                    .toList();
        } catch (ValidationLimitExceededException e) {
            return List.of(ENDLESS);
        }
    }

    private static void bound(ExecutionContext context) {
        context.executionConfig(
                config -> config.maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(DEEPEST));
    }

    /** Nothing is fetched for a stranger, from wherever the reference points to. */
    private static void requireSelfContained(JsonNode schema) {
        for (String keyword : List.of("$ref", "$dynamicRef", "$id")) {
            for (JsonNode target : schema.findValues(keyword)) {
                if (target.isString() && !target.asString().startsWith("#")) {
                    throw unusable(
                            keyword + " '" + target.asString() + "'", "references inside it only");
                }
            }
        }
        for (JsonNode dialect : schema.findValues("$schema")) {
            if (dialect.isString() && !dialect.asString().equals(DIALECT)) {
                throw unusable("$schema '" + dialect.asString() + "'", DIALECT);
            }
        }
    }

    private static Schema compiled(JsonNode tree) {
        var config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(new BoundedExpressions())
                        .preloadSchema(true)
                        .build();
        try {
            Schema schema =
                    SchemaRegistry.withDialect(
                                    Dialects.getDraft202012(),
                                    registry ->
                                            registry.schemaRegistryConfig(config)
                                                    .schemaLoader(
                                                            loader -> loader.block(_ -> true)))
                            .getSchema(tree);
            schema.initializeValidators();
            return schema;
        } catch (SchemaException | IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), "a JSON Schema of 2020-12");
        }
    }

    /**
     * References are followed when they are met: one that leads nowhere or in a circle shows now.
     */
    private void tryOut() {
        try {
            for (String value : List.of("{}", "[]", "\"\"", "0", "null")) {
                if (problems(MAPPER.readTree(value)).contains(ENDLESS)) {
                    throw unusable("a reference in a circle", "a schema that comes to an end");
                }
            }
        } catch (SchemaException e) {
            throw unusable(String.valueOf(e.getMessage()), "references that lead somewhere");
        }
    }

    private static InvalidValueException unusable(String found, String expected) {
        String shown = found.length() <= 200 ? found : found.substring(0, 200) + "…";
        return InvalidValueException.unshown(FIELD, shown, expected);
    }
}
