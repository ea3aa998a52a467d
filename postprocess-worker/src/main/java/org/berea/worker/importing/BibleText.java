package org.berea.worker.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.Book;
import org.berea.worker.uploading.ContentHash;
import org.berea.worker.uploading.Upload;
import org.berea.worker.usfm.UsfmBook;
import org.berea.worker.usfm.UsfmException;
import org.berea.worker.usfm.UsfmFile;
import org.berea.worker.usfm.UsfmReader;
import org.berea.worker.usfm.UsfmVerse;

/** The whole text of a translation, read without finding fault; in the order of the canon. */
record BibleText(List<Chapter> chapters) {
    /** The verses of a chapter in ascending order. */
    record Chapter(Book book, int number, List<UsfmVerse> verses) {}

    /** What of a chapter fits into one event with room to spare, in bytes. */
    private static final int LONGEST_CHAPTER = 400_000;

    /** Several times what any Bible has: more is a mistake, and would take too much memory. */
    private static final int MOST_VERSES = 150_000;

    private static final int LONGEST_TEXT = 30_000_000;

    private static final String FIELD = "body";

    /**
     * Reads everything before anything is changed.
     *
     * @throws InvalidValueException naming file, line and marker of the first thing that is broken
     */
    static BibleText read(UsfmSource source) {
        var books = new TreeMap<Book, UsfmBook>();
        source.forEach(
                file -> {
                    read(file).forEach(book -> add(books, file, book));
                    checkSize(books);
                });
        if (books.isEmpty()) {
            throw InvalidValueException.unshown(FIELD, "no verse", "the text of a Bible in USFM");
        }
        return new BibleText(books.values().stream().flatMap(b -> chapters(b).stream()).toList());
    }

    int books() {
        return (int) chapters.stream().map(Chapter::book).distinct().count();
    }

    int verses() {
        return chapters.stream().mapToInt(chapter -> chapter.verses().size()).sum();
    }

    /** Equal for equal text of an equal edition, however it was packed. */
    String hash(Edition edition) {
        var hash = new ContentHash();
        hash.add(edition.toString());
        for (Chapter chapter : chapters) {
            chapter.verses().forEach(verse -> hash.add(chapter.book() + " " + verse));
        }
        return hash.hex();
    }

    private static List<UsfmBook> read(UsfmFile file) {
        try {
            return UsfmReader.read(file);
        } catch (UsfmException e) {
            throw InvalidValueException.unshown(FIELD, e.place() + ": " + e.found(), e.expected());
        }
    }

    private static void add(Map<Book, UsfmBook> books, UsfmFile file, UsfmBook book) {
        if (books.putIfAbsent(book.book(), book) != null) {
            throw InvalidValueException.unshown(
                    FIELD,
                    "%s, \\id: %s is there twice".formatted(file.name(), book.book().code()),
                    "each book once");
        }
    }

    private static List<Chapter> chapters(UsfmBook book) {
        Map<Integer, List<UsfmVerse>> byNumber =
                book.verses().stream()
                        .sorted(Comparator.comparingInt(UsfmVerse::verse))
                        .collect(
                                Collectors.groupingBy(
                                        UsfmVerse::chapter, TreeMap::new, Collectors.toList()));
        var chapters = new ArrayList<Chapter>();
        byNumber.forEach(
                (number, verses) ->
                        chapters.add(new Chapter(book.book(), number, checked(verses))));
        return chapters;
    }

    private static List<UsfmVerse> checked(List<UsfmVerse> chapter) {
        int length = chapter.stream().mapToInt(verse -> verse.text().getBytes(UTF_8).length).sum();
        if (length > LONGEST_CHAPTER) {
            throw InvalidValueException.unshown(
                    FIELD, "a chapter of " + length + " bytes", "at most " + LONGEST_CHAPTER);
        }
        return chapter;
    }

    private static void checkSize(Map<Book, UsfmBook> books) {
        int verses = books.values().stream().mapToInt(book -> book.verses().size()).sum();
        long length =
                books.values().stream()
                        .flatMap(book -> book.verses().stream())
                        .mapToLong(verse -> verse.text().length())
                        .sum();
        if (verses > MOST_VERSES || length > LONGEST_TEXT) {
            throw Upload.tooLarge("the text is longer than a Bible can be");
        }
    }
}
