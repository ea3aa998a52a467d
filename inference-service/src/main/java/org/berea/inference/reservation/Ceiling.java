package org.berea.inference.reservation;

import org.berea.contracts.Check;
import org.berea.inference.models.ModelSpec;

/**
 * What one question may cost at most, all its model calls together.
 *
 * @param micros millionths of a dollar
 */
public record Ceiling(long tokens, long micros) {
    public static final Ceiling NOTHING = new Ceiling(0, 0);

    public Ceiling {
        Check.notNegative("tokens", tokens);
        Check.notNegative("micros", micros);
    }

    /** As much more as so many calls of a model may cost, by our count of tokens. */
    public Ceiling plus(ModelSpec model, int calls, int promptTokens, int outputTokens) {
        long price = model.price(model.padded(promptTokens), model.padded(outputTokens));
        return new Ceiling(
                tokens + calls * model.padded(promptTokens + outputTokens), micros + calls * price);
    }
}
