package org.berea.inference.routing;

import java.util.List;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.reservation.Spending;

/**
 * The search for the model that answers next.
 *
 * @param ladder the models left to try, best first, at least one
 * @param begun whether a model was called already
 * @param askedAgain whether the first of the ladder was asked before
 */
record Search(
        AdmittedQuestion question,
        Prompt prompt,
        SizeClass wanted,
        Spending spending,
        List<LanguageModel> ladder,
        boolean begun,
        boolean askedAgain) {
    static Search after(Route failed, List<LanguageModel> ladder, boolean askedAgain) {
        return new Search(
                failed.question(),
                failed.prompt(),
                failed.wanted(),
                failed.spending(),
                ladder,
                true,
                askedAgain);
    }

    LanguageModel model() {
        return ladder.getFirst();
    }

    List<LanguageModel> rest() {
        return ladder.subList(1, ladder.size());
    }

    Search with(Prompt other) {
        return new Search(question, other, wanted, spending, ladder, begun, askedAgain);
    }

    Search downTo(List<LanguageModel> rest) {
        return new Search(question, prompt, wanted, spending, rest, begun, false);
    }
}
