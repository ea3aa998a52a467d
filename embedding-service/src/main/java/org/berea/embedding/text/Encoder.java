package org.berea.embedding.text;

/** Turns a text into a vector at once, on the calling thread. Safe for many threads. */
@FunctionalInterface
public interface Encoder {
    Encoding encode(Text text);
}
