package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.berea.contracts.Check;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.search.Translation;

/**
 * One chapter of a translation that is being imported. All events of an import carry the same id;
 * it is whole when each sequence number from 0 to total − 1 was seen.
 *
 * @param importId sorts by time: a later import of the same translation replaces an earlier one
 * @param verses with text, in order; the {@code ref} of verses that the edition prints as one is
 *     their range, {@code ROM.8.28-29}
 */
@JsonTypeName("passage.imported.v1")
public record PassageImported(
        String importId, Translation translation, int sequence, int total, List<Verse> verses)
        implements PassagesEvent {
    public PassageImported {
        Check.present("importId", importId);
        Check.present("translation", translation);
        Check.range("sequence", sequence, 0, total - 1);
        verses = List.copyOf(verses);
    }
}
