package org.berea.inference.reservation;

import java.util.function.Predicate;
import org.berea.contracts.caller.Tier;
import org.berea.inference.models.ModelSpec;
import org.berea.metering.LimitKey;
import org.berea.metering.Unit;

/**
 * A model call that somebody would like to make.
 *
 * @param spending of the question that it is for
 * @param prompt tokens, as we count
 * @param output tokens the answer should be able to have
 */
record Wish(Spending spending, ModelSpec model, int prompt, int output) {
    /** The completion holds what is granted. */
    String holder() {
        return spending.completion().value();
    }

    Tier tier() {
        return spending.caller().tier();
    }

    LimitKey tokenKey() {
        return new LimitKey(Unit.TOKENS, spending.caller().subject(), spending.day());
    }

    /** The same call, as long as its question's ceiling allows. */
    Wish belowCeiling() {
        Ceiling left = spending.left();
        return withTokensOf(left.tokens()).withPriceOf(left.micros());
    }

    /** All its tokens, as the model may count them. */
    long tokens() {
        return model.padded(prompt + output);
    }

    /** Its price in micro-dollars, at most. */
    long price() {
        return model.price(model.padded(prompt), model.padded(output));
    }

    Wish withTokensOf(long left) {
        return longest(wish -> wish.tokens() <= left);
    }

    Wish withPriceOf(long left) {
        return longest(wish -> wish.price() <= left);
    }

    /** The same call with the longest output, up to this one's, that can be afforded; else none. */
    private Wish longest(Predicate<Wish> affordable) {
        int least = 0;
        int most = output;
        while (least < most) {
            int middle = (least + most + 1) >>> 1;
            if (affordable.test(withOutput(middle))) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return withOutput(most);
    }

    private Wish withOutput(int tokens) {
        return new Wish(spending, model, prompt, tokens);
    }
}
