package org.berea.search.notes.weaviate;

import static java.util.stream.Collectors.toSet;

import io.weaviate.client6.v1.api.collections.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.berea.search.notes.NoteText;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;
import org.berea.search.weaviate.Rows;

/** Finds the notes of all owners that lack the vectors of a model. */
final class Gaps {
    private final Rows rows;
    private final NoteCollections in;

    Gaps(Rows rows, NoteCollections in) {
        this.rows = rows;
        this.in = in;
    }

    /** Counts first: as a rule there are none, and then it costs two small calls. */
    List<NoteText> of(String model, int most) {
        Filter kept = Filter.property(NoteRows.KEPT).eq(NoteRows.YES);
        Filter ofModel = Filter.property(NoteRows.MODEL).eq(model);
        if (rows.count(in.states(), kept) == rows.count(in.embeddings(), ofModel)) {
            return List.of();
        }
        Set<String> embedded =
                rows.all(in.embeddings(), NoteRows.STATE, NoteRows.MODEL, NoteRows.VERSION).stream()
                        .filter(row -> model.equals(row.text(NoteRows.MODEL)))
                        .map(row -> version(row.text(NoteRows.STATE), row))
                        .collect(toSet());
        return texts(missing(embedded), most);
    }

    private List<Row> missing(Set<String> embedded) {
        return rows
                .all(in.states(), NoteRows.OWNER, NoteRows.ID, NoteRows.KEPT, NoteRows.VERSION)
                .stream()
                .filter(row -> NoteRows.YES.equals(row.text(NoteRows.KEPT)))
                .filter(row -> !embedded.contains(version(row.id(), row)))
                .toList();
    }

    private List<NoteText> texts(List<Row> states, int most) {
        var texts = new ArrayList<NoteText>();
        for (Row state : states) {
            if (texts.size() == most) {
                break;
            }
            Place place = in.texts(state.text(NoteRows.OWNER));
            rows
                    .fetch(place, Properties.ids(List.of(NoteKey.text(state.text(NoteRows.ID)))), 1)
                    .stream()
                    .map(NoteRows::text)
                    .forEach(texts::add);
        }
        return texts;
    }

    private static String version(String note, Row row) {
        return note + "|" + row.number(NoteRows.VERSION);
    }
}
