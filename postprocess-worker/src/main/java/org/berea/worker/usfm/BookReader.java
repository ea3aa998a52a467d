package org.berea.worker.usfm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.worker.usfm.Token.Marker;
import org.berea.worker.usfm.Token.Text;
import org.jspecify.annotations.Nullable;

/** Walks the tokens of one book and keeps what is the text of its verses. */
final class BookReader {
    private static final Pattern CHAPTER = Pattern.compile("\\s*([1-9]\\d{0,2})(?=\\s|$)");
    private static final int DEEPEST = 20;

    /** How far the end of somebody's own marker is looked for, in tokens. */
    private static final int LONGEST_CUSTOM = 100;

    private static final Pattern HEBREW = Pattern.compile("\\s*\\p{IsHebrew}");

    private final String file;
    private final List<Token> tokens;
    private final BookVerses verses = new BookVerses();

    /** Marked words that are open, innermost first. */
    private final Deque<Marker> open = new ArrayDeque<>();

    private int at = 1;
    private int chapter;
    private @Nullable VerseText verse;

    /** Whether the text up to the next paragraph is none of the verse's; so is the rest of \id. */
    private boolean heading = true;

    BookReader(String file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * The verses that have text.
     *
     * @throws UsfmException at the first thing that is broken
     */
    List<UsfmVerse> verses() {
        while (at < tokens.size()) {
            switch (tokens.get(at++)) {
                case Text text -> words(text.text());
                case Marker marker when marker.closing() -> close(marker);
                case Marker marker -> begin(marker);
            }
        }
        if (!open.isEmpty()) {
            throw unclosed(open.peek());
        }
        if (chapter == 0) {
            throw new UsfmException(
                    file, tokens.getFirst().line(), "id", "a book without chapters", "\\c 1");
        }
        return verses.withText();
    }

    private void begin(Marker marker) {
        switch (kind(marker)) {
            case BOOK -> throw broken(marker, "inside of a book", "\\id only at a book's start");
            case CHAPTER -> beginChapter(marker);
            case VERSE -> beginVerse(marker);
            case BREAK -> paragraph(false);
            case CENTRED -> paragraph(isAcrostic());
            case HEADING -> paragraph(true);
            case NOTE -> passNote(marker);
            case SIDEBAR -> passSidebar(marker);
            case SIDEBAR_END -> throw strayEnd(marker);
            case WORDS -> beginWords(marker);
            case MILESTONE -> passAttributes();
            case CUSTOM -> passCustom(marker);
        }
    }

    private void beginChapter(Marker marker) {
        Matcher number = CHAPTER.matcher(textBehind());
        if (!number.lookingAt()) {
            throw broken(marker, "without number", "1 to 999 and a space");
        }
        paragraph(true);
        chapter = Integer.parseInt(number.group(1));
        verse = null;
        at++;
    }

    private void beginVerse(Marker marker) {
        if (chapter == 0) {
            throw broken(marker, "a verse before the first chapter", "\\c before it");
        }
        String behind = textBehind();
        VerseNumbers numbers =
                VerseNumbers.leading(behind)
                        .orElseThrow(
                                () -> broken(marker, "without number", "1 to 999 and a space"));
        paragraph(false);
        verse =
                verses.begin(chapter, numbers)
                        .orElseThrow(() -> broken(marker, twice(numbers), "each verse once"));
        verse.space();
        at++;
        words(behind.substring(numbers.length()));
    }

    private String twice(VerseNumbers numbers) {
        return "%d:%d is there twice".formatted(chapter, numbers.first());
    }

    /** Marked words end with their paragraph, whether they were closed or not. */
    private void paragraph(boolean isHeading) {
        heading = isHeading;
        open.clear();
        if (verse != null) {
            verse.space();
        }
    }

    private void beginWords(Marker marker) {
        if (!marker.nested()) {
            open.clear();
        }
        if (open.size() == DEEPEST) {
            throw broken(marker, "nested too deeply", "at most " + DEEPEST + " inside each other");
        }
        open.push(marker);
    }

    private void words(String text) {
        int attributes = open.isEmpty() ? -1 : text.indexOf('|');
        if (attributes >= 0 && !isClosedNext(open.element())) {
            throw unclosed(open.element());
        }
        if (verse != null && !heading) {
            verse.append(attributes < 0 ? text : text.substring(0, attributes));
        }
    }

    private void close(Marker marker) {
        if (marker.name().isEmpty()) {
            return;
        }
        if (kind(marker) == MarkerKind.NOTE) {
            throw strayEnd(marker);
        }
        boolean known = open.stream().anyMatch(words -> words.name().equals(marker.name()));
        while (known && !open.pop().name().equals(marker.name())) {
            // What was opened inside ends with it.
        }
    }

    private void passNote(Marker start) {
        while (!isEndOf(start, at)) {
            if (at == tokens.size() || isChapterOrVerse(tokens.get(at))) {
                throw unclosed(start);
            }
            at++;
        }
        at++;
        if (verse != null) {
            verse.noteEnded();
        }
    }

    private void passSidebar(Marker start) {
        while (at < tokens.size()) {
            Token token = tokens.get(at++);
            if (token instanceof Marker marker && marker.name().equals("esbe")) {
                paragraph(true);
                return;
            }
        }
        throw broken(start, "not closed", "\\esbe behind it");
    }

    private void passCustom(Marker start) {
        int last = Math.min(tokens.size(), at + LONGEST_CUSTOM);
        int end = at;
        while (end < last && !isEndOf(start, end) && !isChapterOrVerse(tokens.get(end))) {
            end++;
        }
        if (isEndOf(start, end)) {
            at = end + 1;
        } else if (!passAttributes()) {
            paragraph(true);
        }
    }

    /** Passes the attributes of a milestone and its bare end, where they follow. */
    private boolean passAttributes() {
        int end = at < tokens.size() && tokens.get(at) instanceof Text ? at + 1 : at;
        boolean there =
                end < tokens.size()
                        && tokens.get(end) instanceof Marker marker
                        && marker.closing()
                        && marker.name().isEmpty();
        at = there ? end + 1 : at;
        return there;
    }

    private boolean isAcrostic() {
        return HEBREW.matcher(textBehind()).lookingAt();
    }

    private boolean isClosedNext(Marker start) {
        return isEndOf(start, at);
    }

    private boolean isEndOf(Marker start, int index) {
        return index < tokens.size()
                && tokens.get(index) instanceof Marker marker
                && marker.closing()
                && marker.name().equals(start.name());
    }

    private static boolean isChapterOrVerse(Token token) {
        return token instanceof Marker marker
                && (marker.name().equals("c") || marker.name().equals("v"));
    }

    private String textBehind() {
        return at < tokens.size() && tokens.get(at) instanceof Text text ? text.text() : "";
    }

    private MarkerKind kind(Marker marker) {
        return MarkerKind.of(marker.name())
                .orElseThrow(() -> broken(marker, "unknown marker", "a marker of USFM 3"));
    }

    private UsfmException unclosed(Marker marker) {
        return broken(marker, "not closed", "\\" + marker.name() + "* behind it");
    }

    private UsfmException strayEnd(Marker marker) {
        return broken(marker, "closes nothing", "an opening marker before it");
    }

    private UsfmException broken(Marker marker, String found, String expected) {
        return new UsfmException(file, marker.line(), marker.name(), found, expected);
    }
}
