package org.berea.moderation.classifying;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * A sequence of words with bounded gaps. Matching follows all readings at once, so that its time is
 * bounded by the length of the text times that of the phrase: there is nothing to backtrack.
 */
final class Phrase {
    private final List<Step> steps;

    Phrase(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The expressions one of which it begins with. */
    BitSet firsts() {
        var firsts = new BitSet();
        for (Step step : steps) {
            if (step instanceof Step.Words(BitSet expressions, boolean optional)) {
                firsts.or(expressions);
                if (!optional) {
                    break;
                }
            }
        }
        return firsts;
    }

    /** The index after its last word when it stands there. */
    OptionalInt endAt(ReadText text, int from) {
        // Counted from its first word: the sets stay as small as the phrase is long.
        var reached = new BitSet();
        reached.set(0);
        for (Step step : steps) {
            reached = after(step, text, from, reached);
            if (reached.isEmpty()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(from + reached.nextSetBit(0));
    }

    private static BitSet after(Step step, ReadText text, int from, BitSet reached) {
        var next = new BitSet();
        for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
            switch (step) {
                case Step.Words words -> addEnds(words, text, from, at, next);
                case Step.Gap gap -> addStretch(gap, text, from, at, next);
                case Step.Opening _ -> next.set(at, text.opens(from + at));
            }
        }
        return next;
    }

    private static void addEnds(Step.Words words, ReadText text, int from, int at, BitSet next) {
        if (words.optional()) {
            next.set(at);
        }
        for (Lexicon.Hit hit : text.hits(from + at)) {
            if (words.expressions().get(hit.expression())) {
                next.set(hit.end() - from);
            }
        }
    }

    private static void addStretch(Step.Gap gap, ReadText text, int from, int at, BitSet next) {
        int last = from + at - 1;
        for (int skipped = 0; skipped <= gap.most(); skipped++) {
            int to = from + at + skipped;
            if (to >= text.size()
                    || (skipped > 0 && !text.isPassable(to - 1))
                    || (!gap.acrossSentences() && !text.isSameSentence(last, to))) {
                return;
            }
            next.set(at + skipped);
        }
    }
}
