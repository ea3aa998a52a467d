package org.berea.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words in lower case, without accents and possessive, cut to their stems. */
final class VerseAnalyzer extends Analyzer {
    private final CharArraySet dropped;

    VerseAnalyzer(CharArraySet dropped) {
        this.dropped = dropped;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream plain = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        TokenStream chosen = new StopFilter(new ASCIIFoldingFilter(plain), dropped);
        return new TokenStreamComponents(words, new PorterStemFilter(chosen));
    }
}
