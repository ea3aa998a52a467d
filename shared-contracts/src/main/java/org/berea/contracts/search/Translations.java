package org.berea.contracts.search;

import java.util.List;

/** The answer of {@code GET /ai/translations}, sorted by code. */
public record Translations(List<Translation> translations) {
    public Translations {
        translations = List.copyOf(translations);
    }
}
