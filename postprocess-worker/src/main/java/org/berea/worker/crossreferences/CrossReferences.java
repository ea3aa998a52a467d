package org.berea.worker.crossreferences;

import java.util.List;
import org.berea.scripture.Book;
import org.berea.worker.uploading.ContentHash;

/**
 * All cross references of a file, read without finding fault; in the order of the canon.
 *
 * @param unknown how many were left out, because the versification lacks one of their verses
 */
record CrossReferences(List<Chapter> chapters, int unknown) {
    /** Those that start in one chapter: by verse, most voted first. */
    record Chapter(Book book, int number, List<Link> links) {}

    /**
     * @param verse where it starts in its chapter
     * @param to the wire form of where it leads
     * @param votes of readers; may be negative
     */
    record Link(int verse, String to, int votes) {}

    int links() {
        return chapters.stream().mapToInt(chapter -> chapter.links().size()).sum();
    }

    /** Equal for equal cross references of one source, in whatever order they came. */
    String hash(String source) {
        var hash = new ContentHash();
        hash.add(source);
        for (Chapter chapter : chapters) {
            String start = chapter.book().code() + "." + chapter.number() + ".";
            for (Link link : chapter.links()) {
                hash.add(start + link.verse() + " " + link.to() + " " + link.votes());
            }
        }
        return hash.hex();
    }
}
