package org.berea.search.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Changes.Removal;

/** Gives changes to a writer, which then is to be committed. */
final class ChangeWriter {
    private ChangeWriter() {}

    static void write(Changes changes, IndexWriter writer) throws IOException {
        for (var verse : changes.texts()) {
            writer.updateDocument(Documents.term(verse), Documents.of(verse));
        }
        for (var verse : changes.vectors()) {
            writer.updateDocument(Documents.term(verse), Documents.of(verse));
        }
        for (var chapter : changes.links()) {
            writer.updateDocument(Documents.term(chapter), Documents.of(chapter));
        }
        writer.deleteDocuments(
                changes.removed().stream().map(ChangeWriter::term).toArray(Term[]::new));
    }

    private static Term term(Removal removal) {
        return switch (removal) {
            case Removal.OfEdition(var edition) -> Fields.edition(edition);
            case Removal.OfVectors(var vectors) -> Fields.vectors(vectors);
            case Removal.OfLinks(var importId) -> Fields.linksOf(importId);
        };
    }
}
