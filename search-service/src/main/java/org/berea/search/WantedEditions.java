package org.berea.search;

import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Snapshot;

/** Which editions are searched or read. */
final class WantedEditions {
    private WantedEditions() {}

    /**
     * The editions that serve these translations, in this order, or all that serve.
     *
     * @param field that names the translations
     * @throws InvalidValueException listing those that are loaded when one is not
     */
    static List<Edition> of(Snapshot snapshot, String field, List<String> codes) {
        return codes.isEmpty()
                ? snapshot.manifest().editions().serving()
                : codes.stream().distinct().map(code -> edition(snapshot, field, code)).toList();
    }

    private static Edition edition(Snapshot snapshot, String field, String code) {
        return snapshot.edition(code).orElseThrow(() -> unknown(snapshot, field, code));
    }

    private static InvalidValueException unknown(Snapshot snapshot, String field, String code) {
        List<String> loaded =
                snapshot.manifest().editions().serving().stream().map(Edition::code).toList();
        return InvalidValueException.of(
                field,
                code,
                loaded.isEmpty()
                        ? "a loaded translation; none is loaded yet"
                        : "one of " + String.join(", ", loaded));
    }
}
