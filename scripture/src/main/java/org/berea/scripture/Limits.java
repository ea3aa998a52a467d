package org.berea.scripture;

/** Says what a book has, for messages about what it has not. */
final class Limits {
    private Limits() {}

    static String of(Book book, int chapter) {
        if (book.hasChapter(chapter)) {
            String place =
                    book.isSingleChapter() ? book.title() : book.chapterTitle() + " " + chapter;
            return place + " has " + book.verses(chapter) + " verses";
        }
        return book.title()
                + (book.isSingleChapter()
                        ? " has one chapter"
                        : " has " + book.chapters() + " chapters");
    }
}
