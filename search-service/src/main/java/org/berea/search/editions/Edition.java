package org.berea.search.editions;

import org.berea.contracts.search.Translation;

/**
 * The import that serves a translation now.
 *
 * @param embedded whether all its vectors are there; without them search is lexical only
 */
public record Edition(EditionKey key, Translation translation, boolean embedded) {
    public String code() {
        return translation.code();
    }
}
