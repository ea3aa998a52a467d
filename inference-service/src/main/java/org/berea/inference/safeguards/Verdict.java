package org.berea.inference.safeguards;

import java.util.List;
import java.util.Locale;
import org.berea.contracts.completion.Citation;

/** What the checks say of a sentence. */
sealed interface Verdict {
    /** It may go out, with the references it holds. */
    record Passed(List<Citation> citations) implements Verdict {
        public Passed {
            citations = List.copyOf(citations);
        }
    }

    /** It must not. */
    record Failed(Check check) implements Verdict {}

    /** Every sentence is held against these. */
    enum Check {
        REFERENCE_EXISTS,
        REFERENCE_RETRIEVED,
        QUOTATION_MATCHES,
        NO_CITATION_WITHOUT_CONTEXT,
        LENGTH,
        JSON,
        SCHEMA,
        CHARACTERS,
        MODERATION;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
