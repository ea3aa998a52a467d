package org.berea.moderation.classifying;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A text cut into words, with the policy's expressions found in it. */
final class ReadText {
    private final List<Token> tokens;
    private final List<List<Lexicon.Hit>> hits;
    private final BitSet barriers;

    ReadText(List<Token> tokens, Lexicon lexicon, BitSet barriers) {
        this.tokens = tokens;
        this.hits =
                IntStream.range(0, tokens.size())
                        .mapToObj(index -> lexicon.at(tokens, index))
                        .toList();
        this.barriers = barriers;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    List<Lexicon.Hit> hits(int index) {
        return index < size() ? hits.get(index) : List.of();
    }

    boolean opens(int index) {
        return index < size() && tokens.get(index).opens();
    }

    /** Whether a gap may stretch over that word. */
    boolean isPassable(int index) {
        return hits.get(index).stream().noneMatch(hit -> barriers.get(hit.expression()));
    }

    boolean isSameSentence(int left, int right) {
        return tokens.get(left).sentence() == tokens.get(right).sentence();
    }
}
