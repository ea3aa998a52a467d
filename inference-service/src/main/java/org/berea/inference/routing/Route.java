package org.berea.inference.routing;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Degradation;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.reservation.CallGrant;
import org.berea.inference.reservation.Spending;

/**
 * The way an answer takes: a model with leave to be called, and what may follow should it fail.
 *
 * @param wanted the class that the task asks for first
 * @param askedAgain whether the model is asked a second time, after a wait that it asked for
 */
public record Route(
        AdmittedQuestion question,
        Prompt prompt,
        LanguageModel model,
        CallGrant grant,
        List<LanguageModel> rest,
        SizeClass wanted,
        boolean askedAgain,
        Spending spending) {
    public boolean isExtractive() {
        return model.spec().sizeClass() == SizeClass.EXTRACTIVE;
    }

    /** The step down that this route begins with, if any. */
    public Optional<Degradation> degradation() {
        if (isExtractive()) {
            return Optional.of(Degradation.EXTRACTIVE);
        }
        return model.spec().sizeClass().compareTo(wanted) < 0
                ? Optional.of(Degradation.SMALLER_MODEL)
                : Optional.empty();
    }
}
