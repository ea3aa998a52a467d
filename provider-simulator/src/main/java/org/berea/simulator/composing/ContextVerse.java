package org.berea.simulator.composing;

/**
 * A verse that the prompt gives the model to work with.
 *
 * @param book for people, {@code Romans}
 */
record ContextVerse(String book, int chapter, int number, String text) {
    String label() {
        return book + " " + chapter + ":" + number;
    }

    boolean sharesChapterWith(ContextVerse other) {
        return book.equals(other.book) && chapter == other.chapter;
    }

    boolean follows(ContextVerse other) {
        return sharesChapterWith(other) && number == other.number + 1;
    }
}
