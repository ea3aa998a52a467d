package org.berea.inference.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.contracts.completion.Citation;
import org.berea.inference.safeguards.Verdict.Check;
import org.berea.inference.schema.AnswerSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a model's JSON against its schema, and every text in it against the retrieved passages. */
final class JsonCheck {
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
    private static final Pattern FENCED =
            Pattern.compile("\\A\\s*```\\w*\\s*\\n(.*?)\\n?\\s*```\\s*\\z", Pattern.DOTALL);

    private final AnswerSchema schema;
    private final SentenceCheck sentences;

    JsonCheck(AnswerSchema schema, SentenceCheck sentences) {
        this.schema = schema;
        this.sentences = sentences;
    }

    /** What the check says of a whole answer. */
    sealed interface Result {
        /**
         * It may go out.
         *
         * @param json on one line
         */
        record Fit(String json, List<Citation> citations) implements Result {}

        /**
         * It must not.
         *
         * @param problems for the model, so that it can do better
         */
        record Unfit(Check check, List<String> problems) implements Result {}
    }

    Result check(String written) {
        JsonNode value;
        try {
            value = STRICT.readTree(unfenced(written));
        } catch (JacksonException e) {
            return new Result.Unfit(
                    Check.JSON, List.of("it is no JSON: " + e.getOriginalMessage()));
        }
        if (value.isMissingNode()) {
            return new Result.Unfit(Check.JSON, List.of("it is empty"));
        }
        List<String> problems = schema.problems(value);
        return problems.isEmpty() ? checkTexts(value) : new Result.Unfit(Check.SCHEMA, problems);
    }

    private static String unfenced(String written) {
        Matcher fenced = FENCED.matcher(written);
        return fenced.matches() ? fenced.group(1) : written;
    }

    private Result checkTexts(JsonNode value) {
        var citations = new ArrayList<Citation>();
        for (Texts.Text text : Texts.of(value)) {
            switch (sentences.check(text.before(), text.sentence())) {
                case Verdict.Passed(var found) -> citations.addAll(found);
                case Verdict.Failed(var check) -> {
                    return new Result.Unfit(check, List.of(text.place() + ": " + reason(check)));
                }
            }
        }
        return new Result.Fit(STRICT.writeValueAsString(value), List.copyOf(citations));
    }

    private static String reason(Check check) {
        return switch (check) {
            case REFERENCE_EXISTS -> "it names a verse that does not exist";
            case REFERENCE_RETRIEVED -> "it names a verse that was not given";
            case QUOTATION_MATCHES -> "it quotes words that the verse does not have";
            case NO_CITATION_WITHOUT_CONTEXT -> "it cites, though no verses were given";
            case LENGTH -> "a sentence is too long";
            case CHARACTERS -> "it has control characters";
            case JSON, SCHEMA, MODERATION -> "it is not acceptable";
        };
    }
}
