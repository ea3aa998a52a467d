package org.berea.moderation.classifying;

import java.util.BitSet;

/** A part of a phrase. */
sealed interface Step {
    /** One of these expressions, or nothing when it is optional. */
    record Words(BitSet expressions, boolean optional) implements Step {}

    /** Up to {@code most} words, whatever they are but for barriers. */
    record Gap(int most, boolean acrossSentences) implements Step {}

    /** Nothing, but the next word is the first after punctuation. */
    record Opening() implements Step {}
}
