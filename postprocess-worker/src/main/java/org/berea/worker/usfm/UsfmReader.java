package org.berea.worker.usfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.scripture.Book;
import org.berea.worker.usfm.Token.Marker;
import org.berea.worker.usfm.Token.Text;

/** Reads files of USFM into plain verses, without notes, headings and introductions. */
public final class UsfmReader {
    /** Front and back matter, introductions, glossaries, indexes, and the extra books A to G. */
    private static final Set<String> NO_SCRIPTURE =
            Set.of(
                    "FRT", "INT", "BAK", "OTH", "GLO", "CNC", "TDX", "NDX", "XXA", "XXB", "XXC",
                    "XXD", "XXE", "XXF", "XXG");

    private static final Pattern CODE = Pattern.compile("\\s*([A-Za-z0-9]{3})(?=\\s|$)");
    private static final String ID = "id";

    private final UsfmFile file;
    private final List<Token> tokens;

    private UsfmReader(UsfmFile file) {
        this.file = file;
        this.tokens = Tokenizer.tokensOf(Utf8.decode(file));
    }

    /**
     * The books of a file, usually one; none for front matter or a glossary, and for a book that
     * has only its outline so far.
     *
     * @throws UsfmException at the first thing that is broken
     */
    public static List<UsfmBook> read(UsfmFile file) {
        return new UsfmReader(file).books();
    }

    private List<UsfmBook> books() {
        var books = new ArrayList<UsfmBook>();
        int start = firstId();
        while (start < tokens.size()) {
            int end = nextId(start + 1);
            read(tokens.subList(start, end), books);
            start = end;
        }
        return books;
    }

    private void read(List<Token> section, List<UsfmBook> books) {
        String code = code(section);
        if (NO_SCRIPTURE.contains(code)) {
            return;
        }
        Book book = Book.ofCode(code).orElseThrow(() -> unknown(section, code));
        List<UsfmVerse> verses = new BookReader(file.name(), section).verses();
        if (!verses.isEmpty()) {
            books.add(new UsfmBook(book, verses));
        }
    }

    private String code(List<Token> section) {
        if (section.size() > 1 && section.get(1) instanceof Text text) {
            Matcher matcher = CODE.matcher(text.text());
            if (matcher.lookingAt()) {
                return matcher.group(1).toUpperCase(Locale.ROOT);
            }
        }
        throw new UsfmException(
                file.name(), section.getFirst().line(), ID, "no book", "a code such as ROM");
    }

    private UsfmException unknown(List<Token> section, String code) {
        return new UsfmException(
                file.name(),
                section.getFirst().line(),
                ID,
                "'" + code + "'",
                "the USFM code of a book of the Bible");
    }

    private int firstId() {
        int start = nextId(0);
        boolean clean =
                tokens.subList(0, start).stream()
                        .allMatch(token -> token instanceof Text text && text.text().isBlank());
        if (start == tokens.size() || !clean) {
            throw new UsfmException(file.name(), 1, ID, "missing", "\\id and a code such as ROM");
        }
        return start;
    }

    private int nextId(int from) {
        int at = from;
        while (at < tokens.size() && !isId(tokens.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isId(Token token) {
        return token instanceof Marker marker && marker.name().equals(ID) && !marker.closing();
    }
}
