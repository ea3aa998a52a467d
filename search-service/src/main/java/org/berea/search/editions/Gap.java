package org.berea.search.editions;

import org.berea.contracts.search.Translation;

/**
 * A chapter whose text is in the index without vectors of some model.
 *
 * @param sequence the event that brought its text, 0 to total − 1
 */
public record Gap(EditionKey edition, Translation translation, int sequence, int total) {}
