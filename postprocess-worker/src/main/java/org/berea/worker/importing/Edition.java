package org.berea.worker.importing;

import org.berea.contracts.search.Translation;

/** What is said about a translation, apart from its text. Checks itself. */
record Edition(String code, String name, String language, String licence) {
    Edition {
        var _ = new Translation(code, name, language, licence, 0);
    }

    Translation withVerses(int verses) {
        return new Translation(code, name, language, licence, verses);
    }
}
