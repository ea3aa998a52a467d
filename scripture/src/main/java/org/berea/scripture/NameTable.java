package org.berea.scripture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each written form of a name can mean. */
final class NameTable {
    /** Shorter forms stand for a numbered book only with their number. */
    private static final int SHORTEST_WITHOUT_NUMBER = 3;

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    private NameTable() {}

    /** The books a form means and how plainly. */
    record Name(List<Book> books, Plainness plainness) {}

    private static final class Meaning {
        private @Nullable Name alone;
        private final TreeMap<Integer, Name> numbered = new TreeMap<>();
    }

    static NameTable read() {
        NameTable table = new NameTable();
        Table.rows("names.tsv").forEach(table::addRow);
        Stream.of(Book.values()).forEach(table::addCodes);
        return table;
    }

    /** Whether a known form begins with these words. */
    boolean hasBeginning(String words) {
        return beginnings.contains(words);
    }

    Optional<Name> numbered(String form, int number) {
        return Optional.ofNullable(meanings.get(form)).map(meaning -> meaning.numbered.get(number));
    }

    /** Without a number before it: one book, or all of a family. */
    Optional<Name> alone(String form) {
        Meaning meaning = meanings.get(form);
        if (meaning == null) {
            return Optional.empty();
        }
        return meaning.alone == null ? family(form, meaning) : Optional.of(meaning.alone);
    }

    private static Optional<Name> family(String form, Meaning meaning) {
        Plainness plainness = meaning.numbered.firstEntry().getValue().plainness();
        if (plainness == Plainness.SHORT || form.length() < SHORTEST_WITHOUT_NUMBER) {
            return Optional.empty();
        }
        List<Book> books =
                meaning.numbered.values().stream().map(name -> name.books().getFirst()).toList();
        return Optional.of(new Name(books, plainness));
    }

    private void addRow(String[] row) {
        Plainness plainness = Plainness.valueOf(row[0].toUpperCase(Locale.ROOT));
        for (String code : row[1].split(",")) {
            Book book = Book.ofCode(code).orElseThrow();
            for (String form : row[2].split(",")) {
                add(key(form), book, plainness);
            }
        }
    }

    private void addCodes(Book book) {
        for (String form : List.of(book.code(), book.osis(), book.title())) {
            add(key(isNumbered(book) ? form.substring(1) : form), book, Plainness.PLAIN);
        }
    }

    /** What is said first about a form stays. */
    private void add(String key, Book book, Plainness plainness) {
        Meaning meaning = meanings.computeIfAbsent(key, _ -> new Meaning());
        Name name = new Name(List.of(book), plainness);
        if (isNumbered(book)) {
            meaning.numbered.putIfAbsent(book.code().charAt(0) - '0', name);
        } else if (meaning.alone == null) {
            meaning.alone = name;
        }
        for (int at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
            beginnings.add(key.substring(0, at));
        }
        beginnings.add(key);
    }

    private static boolean isNumbered(Book book) {
        return Character.isDigit(book.code().charAt(0));
    }

    private static String key(String form) {
        Tokens tokens = Tokens.of(form);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            key.append(i == 0 ? "" : " ").append(tokens.at(i).text());
        }
        return key.toString();
    }
}
