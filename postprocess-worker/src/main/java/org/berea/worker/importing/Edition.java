package org.berea.worker.importing;

import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.Translation;

/** What is said about a translation, apart from its text. Checks itself. */
record Edition(String code, String name, String language, String licence) {
    /** Keys of the topic begin with the code; these with {@code XREF} are no translation's. */
    private static final String TAKEN = "XREF";

    Edition {
        var _ = new Translation(code, name, language, licence, 0);
        if (code.equals(TAKEN)) {
            throw InvalidValueException.of(
                    "code", code, "another, this one means cross references");
        }
    }

    Translation withVerses(int verses) {
        return new Translation(code, name, language, licence, verses);
    }
}
