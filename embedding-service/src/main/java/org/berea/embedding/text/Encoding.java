package org.berea.embedding.text;

/** What the model made of a text. */
public sealed interface Encoding {
    /**
     * @param vector of unit length; shared, so never to be changed
     * @param tokens what the model read, its own special tokens and the query instruction included
     */
    record Encoded(float[] vector, int tokens) implements Encoding {}

    /** The text may have at most {@code most} tokens; nothing is cut silently. */
    record TooLong(int tokens, int most) implements Encoding {}

    /** The model answers other texts, but not this one. */
    record Refused(String why) implements Encoding {}
}
