package org.berea.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns text into stemmed terms. Thread-safe. */
public final class Terms implements AutoCloseable {
    private final Analyzer analyzer;

    private Terms(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Every word counts; for verses. */
    public static Terms all() {
        return new Terms(new VerseAnalyzer(CharArraySet.EMPTY_SET));
    }

    /** All words but some; for questions, whose small words would match every verse. */
    public static Terms without(Collection<String> words) {
        return new Terms(new VerseAnalyzer(new CharArraySet(words, true)));
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    /** The terms of a text in their order, repeated ones too. */
    public List<String> of(String text) {
        var terms = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream("", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text cannot be analysed", e);
        }
        return terms;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
