package org.berea.search.engine.lucene;

import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;

/**
 * The two kinds of documents. Text and vector of a verse arrive apart and in any order, and a
 * Lucene document can only be written whole, so each has its own; edition and verse join them.
 */
final class Documents {
    static final String EDITION = "edition";
    static final String TEXT_KEY = "text-key";
    static final String VERSE = "verse";
    static final String TEXT = "text";
    static final String AROUND = "around";
    static final String VECTOR = "vector";
    private static final String VECTOR_KEY = "vector-key";

    private Documents() {}

    static Document of(VerseText verse) {
        var document = document(verse.edition(), verse.verse());
        document.add(new StringField(TEXT_KEY, key(verse.edition(), verse.verse()), Store.NO));
        document.add(new TextField(TEXT, verse.text(), Store.YES));
        document.add(new TextField(AROUND, verse.around(), Store.NO));
        return document;
    }

    static Document of(VerseVector verse) {
        var document = document(verse.edition(), verse.verse());
        document.add(new StringField(VECTOR_KEY, key(verse.edition(), verse.verse()), Store.NO));
        document.add(
                new KnnFloatVectorField(
                        VECTOR, verse.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Term term(VerseText verse) {
        return new Term(TEXT_KEY, key(verse.edition(), verse.verse()));
    }

    static Term term(VerseVector verse) {
        return new Term(VECTOR_KEY, key(verse.edition(), verse.verse()));
    }

    static Term term(EditionKey edition) {
        return new Term(EDITION, edition.label());
    }

    static String key(EditionKey edition, VerseRef verse) {
        return edition.label() + "|" + verse.wire();
    }

    static Optional<VerseRef> verse(Document document) {
        return VerseRef.parse(String.valueOf(document.get(VERSE)));
    }

    private static Document document(EditionKey edition, VerseRef verse) {
        var document = new Document();
        document.add(new StringField(EDITION, edition.label(), Store.NO));
        document.add(new StoredField(VERSE, verse.wire()));
        return document;
    }
}
