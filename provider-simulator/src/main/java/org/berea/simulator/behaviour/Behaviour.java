package org.berea.simulator.behaviour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator answers. Every field may be absent: then the layer below decides (directive in
 * the prompt over header over next over default), at the bottom the value in parentheses.
 *
 * @param fault what goes wrong ({@code none})
 * @param always whether {@code fault} and {@code text} also hold for a prompt that corrects or
 *     continues an answer (false: such a prompt is answered well)
 * @param model the only model that has the fault, by its id (every model)
 * @param after tokens before a fault in mid-stream, 0 to 100,000 (12)
 * @param sentence which sentence has the false citation or quotation, from 1 to 100 (2)
 * @param status of {@code server-error}, 400 to 599 (500)
 * @param retryAfter of {@code rate-limited}, in seconds, 0 to 86,400 (1)
 * @param citation what {@code invented-citation} cites (verse 99 of the first chapter at hand)
 * @param text the answer itself, up to 100,000 characters (composed from the prompt)
 * @param pace tokens per second, 0.01 to 100,000 (the setting {@code simulator.pace})
 * @param gapMs milliseconds between tokens instead of {@code pace}; 0 is as fast as can be
 * @param firstTokenMs from the headers to the first token ({@code simulator.first-token-ms})
 * @param headersMs from the request to the headers, also of an error (0)
 * @param promptTokens reported instead of the count
 * @param completionTokens reported instead of the count
 * @param reasoningTokens hidden tokens, reported on top of the completion's (0)
 * @param reportUsage false: no usage is told even when asked for (true)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        @Nullable Fault fault,
        @Nullable Boolean always,
        @Nullable String model,
        @Nullable Integer after,
        @Nullable Integer sentence,
        @Nullable Integer status,
        @Nullable Integer retryAfter,
        @Nullable String citation,
        @Nullable String text,
        @Nullable Double pace,
        @Nullable Integer gapMs,
        @Nullable Integer firstTokenMs,
        @Nullable Integer headersMs,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Integer reasoningTokens,
        @Nullable Boolean reportUsage) {
    /** Leaves everything to the layers below. */
    public static final Behaviour UNCHANGED = BehaviourReader.directive("");

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_WAIT_MS = 3_600_000;
    private static final int MOST_TOKENS = 100_000_000;

    public Behaviour {
        range("after", after, 0, 100_000);
        range("sentence", sentence, 1, 100);
        range("status", status, 400, 599);
        range("retryAfter", retryAfter, 0, 86_400);
        text("model", model, 200);
        text("citation", citation, 200);
        text("text", text, LONGEST_TEXT);
        range("pace", pace, 0.01, 100_000);
        range("gapMs", gapMs, 0, LONGEST_WAIT_MS);
        range("firstTokenMs", firstTokenMs, 0, LONGEST_WAIT_MS);
        range("headersMs", headersMs, 0, LONGEST_WAIT_MS);
        range("promptTokens", promptTokens, 0, MOST_TOKENS);
        range("completionTokens", completionTokens, 0, MOST_TOKENS);
        range("reasoningTokens", reasoningTokens, 0, MOST_TOKENS);
        if (pace != null && gapMs != null) {
            throw new InvalidBehaviourException("gapMs", gapMs, "absent when pace is given");
        }
    }

    /**
     * Reads what a directive holds between {@code [[simulate:} and {@code ]]}.
     *
     * @throws InvalidBehaviourException naming the field that is unknown or out of range
     */
    public static Behaviour of(String directive) {
        return BehaviourReader.directive(directive);
    }

    /** This behaviour with what it leaves open taken from the layer below. */
    public Behaviour over(Behaviour below) {
        boolean setsPace = pace != null || gapMs != null;
        return new Behaviour(
                first(fault, below.fault),
                first(always, below.always),
                first(model, below.model),
                first(after, below.after),
                first(sentence, below.sentence),
                first(status, below.status),
                first(retryAfter, below.retryAfter),
                first(citation, below.citation),
                first(text, below.text),
                setsPace ? pace : below.pace,
                setsPace ? gapMs : below.gapMs,
                first(firstTokenMs, below.firstTokenMs),
                first(headersMs, below.headersMs),
                first(promptTokens, below.promptTokens),
                first(completionTokens, below.completionTokens),
                first(reasoningTokens, below.reasoningTokens),
                first(reportUsage, below.reportUsage));
    }

    /** The same without a fault. */
    Behaviour withoutFault() {
        return of("fault=none").over(this);
    }

    /** The same with the composed text. */
    Behaviour withoutText() {
        return new Behaviour(
                fault,
                always,
                model,
                after,
                sentence,
                status,
                retryAfter,
                citation,
                null,
                pace,
                gapMs,
                firstTokenMs,
                headersMs,
                promptTokens,
                completionTokens,
                reasoningTokens,
                reportUsage);
    }

    public boolean has(Fault expected) {
        return faultOrNone() == expected;
    }

    public Fault faultOrNone() {
        return or(fault, Fault.NONE);
    }

    public boolean holdsForCorrections() {
        return or(always, false);
    }

    public int tokensBeforeFault() {
        return or(after, 12);
    }

    public int sentenceWithFault() {
        return or(sentence, 2);
    }

    public int statusOrDefault() {
        return or(status, 500);
    }

    public Duration retryDelay() {
        return Duration.ofSeconds(or(retryAfter, 1));
    }

    /** Between tokens; zero is as fast as can be. */
    public Duration gap() {
        if (gapMs != null) {
            return Duration.ofMillis(gapMs);
        }
        return pace == null ? Duration.ZERO : Duration.ofNanos((long) (1e9 / pace));
    }

    public Duration firstTokenDelay() {
        return Duration.ofMillis(or(firstTokenMs, 0));
    }

    public Duration headersDelay() {
        return Duration.ofMillis(or(headersMs, 0));
    }

    public boolean reportsUsage() {
        return or(reportUsage, true);
    }

    private static <T> @Nullable T first(@Nullable T above, @Nullable T below) {
        return above != null ? above : below;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value != null ? value : otherwise;
    }

    private static void range(String field, @Nullable Number value, double min, double max) {
        if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw new InvalidBehaviourException(
                    field, value, "%s to %s".formatted(shown(min), shown(max)));
        }
    }

    private static String shown(double bound) {
        return bound == (long) bound ? String.valueOf((long) bound) : String.valueOf(bound);
    }

    private static void text(String field, @Nullable String value, int max) {
        if (value != null && (value.isBlank() || value.length() > max)) {
            throw new InvalidBehaviourException(
                    field,
                    value.isBlank() ? "" : value.length() + " characters",
                    "1 to %d characters".formatted(max));
        }
    }
}
