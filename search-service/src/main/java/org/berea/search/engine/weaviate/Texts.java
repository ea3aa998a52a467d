package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.Map;
import java.util.Optional;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.StoredVerse;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;

/** The texts of one import, an object for each verse or for those that it prints as one. */
final class Texts {
    /** The terms of the text, for searching by words. */
    static final String TERMS = "terms";

    /** The terms of the text and its neighbours. */
    static final String AROUND = "around";

    /** The verses that it holds, one by one. */
    static final String HOLDS = "holds";

    static final String SEQUENCE = "sequence";
    static final String VERSES = "verses";
    static final String TEXT = "text";

    private Texts() {}

    static CollectionConfig collection(String name) {
        return CollectionConfig.of(
                name,
                it ->
                        it.properties(
                                        Properties.terms(TERMS),
                                        Properties.terms(AROUND),
                                        Properties.word(Properties.BOOK),
                                        Properties.words(HOLDS),
                                        Properties.number(SEQUENCE),
                                        Properties.stored(VERSES),
                                        Properties.stored(TEXT))
                                .invertedIndex(Properties::byWords));
    }

    static WeaviateObject<Map<String, Object>> object(VerseText verse, Terms terms) {
        Map<String, Object> properties =
                Map.of(
                        TERMS,
                        String.join(" ", terms.of(verse.text())),
                        AROUND,
                        String.join(" ", terms.of(verse.around())),
                        Properties.BOOK,
                        verse.verse().book().code(),
                        HOLDS,
                        verse.verses().verses().stream().map(VerseRef::wire).toList(),
                        SEQUENCE,
                        (long) verse.sequence(),
                        VERSES,
                        verse.verses().wire(),
                        TEXT,
                        verse.text());
        String id = Ids.of(verse.verse().wire());
        return WeaviateObject.of(it -> it.uuid(id).properties(properties));
    }

    static Optional<VerseRange> verses(Row row) {
        return VerseRange.parse(row.text(VERSES));
    }

    static Optional<StoredVerse> stored(Row row) {
        return verses(row).map(verses -> new StoredVerse(verses, row.text(TEXT)));
    }
}
