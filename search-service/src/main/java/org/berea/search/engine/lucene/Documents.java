package org.berea.search.engine.lucene;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.Changes.ChapterLinks;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.LinkLines;

/**
 * The kinds of documents. Text and vector of a verse arrive apart and in any order, and a Lucene
 * document can only be written whole, so each has its own; edition and verse join them. What is
 * read for hits stands in doc values, which need no unpacking as stored fields do.
 */
final class Documents {
    private Documents() {}

    static Document of(VerseText verse) {
        EditionKey edition = verse.edition();
        var document = document(edition, verse.verses());
        for (VerseRef each : verse.verses().verses()) {
            document.add(key(Fields.text(edition, each)));
        }
        document.add(key(Fields.chapter(edition, verse.sequence())));
        document.add(new TextField(Fields.words(edition), verse.text(), Store.NO));
        document.add(new TextField(Fields.around(edition), verse.around(), Store.NO));
        document.add(new BinaryDocValuesField(Fields.TEXT, new BytesRef(verse.text())));
        return document;
    }

    static Document of(VerseVector verse) {
        var document = document(verse.edition(), verse.verse().toRange());
        VectorSet vectors = vectors(verse);
        document.add(key(Fields.vectors(vectors)));
        document.add(key(term(verse)));
        document.add(
                new KnnFloatVectorField(
                        Fields.vector(vectors),
                        verse.vector(),
                        VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Document of(ChapterLinks chapter) {
        var document = new Document();
        document.add(key(Fields.linksOf(chapter.importId())));
        document.add(key(term(chapter)));
        document.add(new StoredField(Fields.LINKS, LinkLines.write(chapter.links())));
        return document;
    }

    /** What an earlier document of the same verse, or of one that is printed with it, has too. */
    static Term term(VerseText verse) {
        return Fields.text(verse.edition(), verse.verse());
    }

    static Term term(VerseVector verse) {
        return Fields.vector(vectors(verse), verse.verse());
    }

    static Term term(ChapterLinks chapter) {
        return Fields.links(chapter.importId(), chapter.sequence());
    }

    private static VectorSet vectors(VerseVector verse) {
        return new VectorSet(verse.edition(), verse.model());
    }

    private static Document document(EditionKey edition, VerseRange verses) {
        var document = new Document();
        document.add(key(Fields.edition(edition)));
        document.add(key(new Term(Fields.BOOK, verses.book().code())));
        document.add(new NumericDocValuesField(Fields.VERSES, PackedVerses.pack(verses)));
        return document;
    }

    private static StringField key(Term term) {
        return new StringField(term.field(), term.bytes(), Store.NO);
    }
}
