package org.berea.inference.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.Passages.BOTH;

import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Citation;
import org.berea.inference.safeguards.JsonCheck.Result;
import org.berea.inference.safeguards.Verdict.Check;
import org.berea.inference.schema.AnswerSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonCheckTest {
    private final JsonCheck check =
            new JsonCheck(
                    AnswerSchema.of(Map.of("type", "object")), new SentenceCheck(BOTH, "Why?"));

    @Test
    void findsTheCitationsInAllTexts() {
        assertThat(
                        check.check(
                                """
                                {"points": [{"text": "Love is patient (1 Corinthians 13:4)."}],
                                 "ref": "ROM.8.28", "n": 3, "none": null}"""))
                .isEqualTo(
                        new Result.Fit(
                                "{\"points\":[{\"text\":\"Love is patient (1 Corinthians 13:4).\"}],\"ref\":\"ROM.8.28\",\"n\":3,\"none\":null}",
                                List.of(
                                        new Citation("1 Corinthians 13:4", "1CO.13.4", 1),
                                        new Citation("ROM.8.28", "ROM.8.28", 0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n{\"a\":1}\n```",
                "```\n{\"a\":1}```",
                "\n  ```JSON\n{\"a\": 1}\n```  \n",
                " {\"a\":1}\n",
            })
    void toleratesFencesAndBlanks(String written) {
        assertThat(check.check(written)).isEqualTo(new Result.Fit("{\"a\":1}", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a":1            | JSON
                    Here: {"a":1}     | JSON
                    {"a":1} and more  | JSON
                    {"a":1,"a":2}     | JSON
                    {'a':1}           | JSON
                    ``                | JSON
                    [1]               | SCHEMA
                    "text"            | SCHEMA
                    {"a":"It is in Romans 8:99."}                        | REFERENCE_EXISTS
                    {"a":["x",{"b":"See John 3:16."}]}                   | REFERENCE_RETRIEVED
                    {"Romans 8:99":"x"}                                  | REFERENCE_EXISTS
                    {"ref":"ROM.8.99"}                                   | REFERENCE_EXISTS
                    {"a":"“God fails often” (Romans 8:28)"}              | QUOTATION_MATCHES
                    {"a":"True. And “God fails often” (Romans 8:28)."}   | QUOTATION_MATCHES
                    {"quote":"God fails all the time"}                   | QUOTATION_MATCHES
                    {"quotations":["in everything God works","God fails often"]} | QUOTATION_MATCHES
                    """)
    void sendsBackWhatMustNotGoOut(String written, Check why) {
        assertThat(check.check(written == null ? "" : written))
                .isInstanceOfSatisfying(
                        Result.Unfit.class,
                        unfit -> {
                            assertThat(unfit.check()).isEqualTo(why);
                            assertThat(unfit.problems()).isNotEmpty();
                        });
    }

    @Test
    void letsAFieldHoldAQuotationWithoutMarks() {
        assertThat(check.check("{\"quote\":\"in everything God works\"}"))
                .isInstanceOf(Result.Fit.class);
    }

    @Test
    void tellsTheModelWhereTheFaultIs() {
        assertThat(check.check("{\"points\":[\"x\",\"Romans 8:99\"]}"))
                .isEqualTo(
                        new Result.Unfit(
                                Check.REFERENCE_EXISTS,
                                List.of("/points/1: it names a verse that does not exist")));
    }
}
