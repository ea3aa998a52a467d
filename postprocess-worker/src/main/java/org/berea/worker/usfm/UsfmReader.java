package org.berea.worker.usfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.scripture.Book;
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
    private static final Pattern ID_MARKER = Pattern.compile("\\\\id(?![A-Za-z0-9_*-])");

    private final UsfmFile file;
    private final String text;

    private UsfmReader(UsfmFile file) {
        this.file = file;
        this.text = Utf8.decode(file);
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

    /** Split book by book, since the tokens of a whole Bible would take much memory. */
    private List<UsfmBook> books() {
        var books = new ArrayList<UsfmBook>();
        int start = firstId();
        int line = 1 + linesOf(text.substring(0, start));
        while (start < text.length()) {
            int end = nextId(start + 1);
            String section = text.substring(start, end);
            read(Tokenizer.tokensOf(file.name(), section, line), books);
            line += linesOf(section);
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
        if (start == text.length() || !text.substring(0, start).isBlank()) {
            throw new UsfmException(file.name(), 1, ID, "missing", "\\id and a code such as ROM");
        }
        return start;
    }

    private int nextId(int from) {
        Matcher marker = ID_MARKER.matcher(text);
        return marker.find(from) ? marker.start() : text.length();
    }

    private static int linesOf(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
