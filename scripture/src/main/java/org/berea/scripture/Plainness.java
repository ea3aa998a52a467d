package org.berea.scripture;

/** How plainly a written form names a book, and so how much must stand beside it. */
enum Plainness {
    /** Never ordinary words: a chapter is evidence enough. */
    PLAIN,
    /** Also the name of a person. */
    PERSON,
    /** Also an ordinary word: a bare chapter needs a capital and a fitting neighbourhood. */
    WORD,
    /** An abbreviation that is an ordinary word: needs a capital, a chapter and a verse. */
    SHORT
}
