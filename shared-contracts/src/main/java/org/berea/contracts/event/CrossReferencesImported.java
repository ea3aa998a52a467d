package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.berea.contracts.Check;

/**
 * The cross references that start in one chapter. All events of an import carry the same id; it is
 * whole when each sequence number from 0 to total − 1 was seen, and replaces all earlier ones.
 *
 * @param source who must be named wherever they are shown
 */
@JsonTypeName("cross-references.imported.v1")
public record CrossReferencesImported(
        String importId, String source, int sequence, int total, List<CrossReference> references)
        implements PassagesEvent {
    private static final int LONGEST_SOURCE = 200;

    /**
     * @param from a verse, {@code GEN.1.1}
     * @param to a verse or a range, {@code JHN.1.1-3}
     * @param votes of readers; may be negative
     */
    public record CrossReference(String from, String to, int votes) {}

    public CrossReferencesImported {
        Check.present("importId", importId);
        Check.text("source", source, LONGEST_SOURCE);
        Check.range("sequence", sequence, 0, total - 1);
        references = List.copyOf(references);
    }
}
