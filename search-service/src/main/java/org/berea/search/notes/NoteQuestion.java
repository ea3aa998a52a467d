package org.berea.search.notes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.search.QueryVector;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.querying.AnalysedQuestion;
import org.berea.search.querying.WantedBooks;

/**
 * What an owner asks of the own notes.
 *
 * @param vector of unit length; empty when there is none, or no use for it
 */
public record NoteQuestion(
        Owner owner, AnalysedQuestion question, Optional<QueryVector> vector, WantedBooks books) {
    /** The verses it names that the filter lets through. */
    List<VerseRange> named() {
        return question.references().stream().filter(books::have).toList();
    }

    /** Whether notes on other verses, or on none, may answer it. */
    boolean asksForMore() {
        return !question.asksForVersesAlone() && !books.areNone();
    }

    /** The books a note must be on, none for all: then it may be on no verses too. */
    Set<Book> filter() {
        return books.areAll() ? Set.of() : books.books();
    }

    /** Which share of the terms of the question these are, 0 to 1. */
    double covered(Set<String> terms) {
        double shared = question.terms().stream().filter(terms::contains).count();
        return question.terms().isEmpty() ? 0 : shared / question.terms().size();
    }
}
