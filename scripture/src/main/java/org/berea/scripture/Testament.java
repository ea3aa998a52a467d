package org.berea.scripture;

/** The part of the Bible a book stands in. */
public enum Testament {
    OLD,
    DEUTEROCANON,
    NEW
}
