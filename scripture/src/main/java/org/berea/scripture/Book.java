package org.berea.scripture;

import static org.berea.scripture.Testament.DEUTEROCANON;
import static org.berea.scripture.Testament.NEW;
import static org.berea.scripture.Testament.OLD;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A book of the canon, in the order of the World English Bible.
 *
 * <p>Chapters and verses are counted as the World English Bible and the King James Version number
 * them. {@code SUS}, {@code BEL} and {@code S3Y} stand beside Greek Daniel, and {@code LJE} beside
 * Baruch 6, because some editions print them as books of their own.
 */
public enum Book {
    GENESIS("GEN", "Gen", OLD, "Genesis"),
    EXODUS("EXO", "Exod", OLD, "Exodus"),
    LEVITICUS("LEV", "Lev", OLD, "Leviticus"),
    NUMBERS("NUM", "Num", OLD, "Numbers"),
    DEUTERONOMY("DEU", "Deut", OLD, "Deuteronomy"),
    JOSHUA("JOS", "Josh", OLD, "Joshua"),
    JUDGES("JDG", "Judg", OLD, "Judges"),
    RUTH("RUT", "Ruth", OLD, "Ruth"),
    FIRST_SAMUEL("1SA", "1Sam", OLD, "1 Samuel"),
    SECOND_SAMUEL("2SA", "2Sam", OLD, "2 Samuel"),
    FIRST_KINGS("1KI", "1Kgs", OLD, "1 Kings"),
    SECOND_KINGS("2KI", "2Kgs", OLD, "2 Kings"),
    FIRST_CHRONICLES("1CH", "1Chr", OLD, "1 Chronicles"),
    SECOND_CHRONICLES("2CH", "2Chr", OLD, "2 Chronicles"),
    EZRA("EZR", "Ezra", OLD, "Ezra"),
    NEHEMIAH("NEH", "Neh", OLD, "Nehemiah"),
    ESTHER("EST", "Esth", OLD, "Esther"),
    JOB("JOB", "Job", OLD, "Job"),
    PSALMS("PSA", "Ps", OLD, "Psalms"),
    PROVERBS("PRO", "Prov", OLD, "Proverbs"),
    ECCLESIASTES("ECC", "Eccl", OLD, "Ecclesiastes"),
    SONG_OF_SONGS("SNG", "Song", OLD, "Song of Songs"),
    ISAIAH("ISA", "Isa", OLD, "Isaiah"),
    JEREMIAH("JER", "Jer", OLD, "Jeremiah"),
    LAMENTATIONS("LAM", "Lam", OLD, "Lamentations"),
    EZEKIEL("EZK", "Ezek", OLD, "Ezekiel"),
    DANIEL("DAN", "Dan", OLD, "Daniel"),
    HOSEA("HOS", "Hos", OLD, "Hosea"),
    JOEL("JOL", "Joel", OLD, "Joel"),
    AMOS("AMO", "Amos", OLD, "Amos"),
    OBADIAH("OBA", "Obad", OLD, "Obadiah"),
    JONAH("JON", "Jonah", OLD, "Jonah"),
    MICAH("MIC", "Mic", OLD, "Micah"),
    NAHUM("NAM", "Nah", OLD, "Nahum"),
    HABAKKUK("HAB", "Hab", OLD, "Habakkuk"),
    ZEPHANIAH("ZEP", "Zeph", OLD, "Zephaniah"),
    HAGGAI("HAG", "Hag", OLD, "Haggai"),
    ZECHARIAH("ZEC", "Zech", OLD, "Zechariah"),
    MALACHI("MAL", "Mal", OLD, "Malachi"),
    TOBIT("TOB", "Tob", DEUTEROCANON, "Tobit"),
    JUDITH("JDT", "Jdt", DEUTEROCANON, "Judith"),
    GREEK_ESTHER("ESG", "EsthGr", DEUTEROCANON, "Greek Esther"),
    WISDOM_OF_SOLOMON("WIS", "Wis", DEUTEROCANON, "Wisdom of Solomon"),
    SIRACH("SIR", "Sir", DEUTEROCANON, "Sirach"),
    BARUCH("BAR", "Bar", DEUTEROCANON, "Baruch"),
    LETTER_OF_JEREMIAH("LJE", "EpJer", DEUTEROCANON, "Letter of Jeremiah"),
    FIRST_MACCABEES("1MA", "1Macc", DEUTEROCANON, "1 Maccabees"),
    SECOND_MACCABEES("2MA", "2Macc", DEUTEROCANON, "2 Maccabees"),
    FIRST_ESDRAS("1ES", "1Esd", DEUTEROCANON, "1 Esdras"),
    PRAYER_OF_MANASSEH("MAN", "PrMan", DEUTEROCANON, "Prayer of Manasseh"),
    PSALM_151("PS2", "AddPs", DEUTEROCANON, "Psalm 151"),
    THIRD_MACCABEES("3MA", "3Macc", DEUTEROCANON, "3 Maccabees"),
    SECOND_ESDRAS("2ES", "2Esd", DEUTEROCANON, "2 Esdras"),
    FOURTH_MACCABEES("4MA", "4Macc", DEUTEROCANON, "4 Maccabees"),
    GREEK_DANIEL("DAG", "DanGr", DEUTEROCANON, "Greek Daniel"),
    SONG_OF_THE_THREE_YOUNG_MEN("S3Y", "PrAzar", DEUTEROCANON, "Song of the Three Young Men"),
    SUSANNA("SUS", "Sus", DEUTEROCANON, "Susanna"),
    BEL_AND_THE_DRAGON("BEL", "Bel", DEUTEROCANON, "Bel and the Dragon"),
    MATTHEW("MAT", "Matt", NEW, "Matthew"),
    MARK("MRK", "Mark", NEW, "Mark"),
    LUKE("LUK", "Luke", NEW, "Luke"),
    JOHN("JHN", "John", NEW, "John"),
    ACTS("ACT", "Acts", NEW, "Acts"),
    ROMANS("ROM", "Rom", NEW, "Romans"),
    FIRST_CORINTHIANS("1CO", "1Cor", NEW, "1 Corinthians"),
    SECOND_CORINTHIANS("2CO", "2Cor", NEW, "2 Corinthians"),
    GALATIANS("GAL", "Gal", NEW, "Galatians"),
    EPHESIANS("EPH", "Eph", NEW, "Ephesians"),
    PHILIPPIANS("PHP", "Phil", NEW, "Philippians"),
    COLOSSIANS("COL", "Col", NEW, "Colossians"),
    FIRST_THESSALONIANS("1TH", "1Thess", NEW, "1 Thessalonians"),
    SECOND_THESSALONIANS("2TH", "2Thess", NEW, "2 Thessalonians"),
    FIRST_TIMOTHY("1TI", "1Tim", NEW, "1 Timothy"),
    SECOND_TIMOTHY("2TI", "2Tim", NEW, "2 Timothy"),
    TITUS("TIT", "Titus", NEW, "Titus"),
    PHILEMON("PHM", "Phlm", NEW, "Philemon"),
    HEBREWS("HEB", "Heb", NEW, "Hebrews"),
    JAMES("JAS", "Jas", NEW, "James"),
    FIRST_PETER("1PE", "1Pet", NEW, "1 Peter"),
    SECOND_PETER("2PE", "2Pet", NEW, "2 Peter"),
    FIRST_JOHN("1JN", "1John", NEW, "1 John"),
    SECOND_JOHN("2JN", "2John", NEW, "2 John"),
    THIRD_JOHN("3JN", "3John", NEW, "3 John"),
    JUDE("JUD", "Jude", NEW, "Jude"),
    REVELATION("REV", "Rev", NEW, "Revelation");

    private static final Map<String, Book> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Book::code, book -> book));
    private static final Map<String, Book> BY_OSIS =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Book::osis, book -> book));
    private static final Map<String, int[]> VERSES = Versification.read();

    private final String code;
    private final String osis;
    private final Testament testament;
    private final String title;

    Book(String code, String osis, Testament testament, String title) {
        this.code = code;
        this.osis = osis;
        this.testament = testament;
        this.title = title;
    }

    /** The book with this USFM code, {@code ROM}; upper case only. */
    public static Optional<Book> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The book with this OSIS code, {@code Rom}; case counts. */
    public static Optional<Book> ofOsis(String osis) {
        return Optional.ofNullable(BY_OSIS.get(osis));
    }

    /**
     * The book people mean by a name or an abbreviation: {@code "1st John"}, {@code "I Jn"}, {@code
     * "canticles"}.
     */
    public static Optional<Book> named(String written) {
        return BookNames.single(written);
    }

    /** The USFM (Paratext) code, three characters. */
    public String code() {
        return code;
    }

    /** The OSIS code. */
    public String osis() {
        return osis;
    }

    /** The English name, {@code 1 Corinthians}. */
    public String title() {
        return title;
    }

    public Testament testament() {
        return testament;
    }

    /** How many chapters the book has. */
    public int chapters() {
        return counts().length;
    }

    /** How many verses the chapter has, 0 when there is no such chapter. */
    public int verses(int chapter) {
        return hasChapter(chapter) ? counts()[chapter - 1] : 0;
    }

    public boolean hasChapter(int chapter) {
        return chapter >= 1 && chapter <= chapters();
    }

    /** Whether the versification has the verse; some editions may print no text for it. */
    public boolean hasVerse(int chapter, int verse) {
        return verse >= 1 && verse <= verses(chapter);
    }

    /** Whether people write {@code Jude 3} and mean the verse. */
    public boolean isSingleChapter() {
        return chapters() == 1;
    }

    /** The first to the last verse of a chapter; empty when there is no such chapter. */
    public Optional<VerseRange> chapter(int chapter) {
        return hasChapter(chapter)
                ? Optional.of(VerseRange.of(this, chapter, 1, chapter, verses(chapter)))
                : Optional.empty();
    }

    /** All verses of the book in order. */
    public List<VerseRef> allVerses() {
        return VerseRange.of(this, 1, 1, chapters(), verses(chapters())).verses();
    }

    /** The name of a chapter: {@code Psalm 23}, but {@code Romans 8}. */
    String chapterTitle() {
        return this == PSALMS ? "Psalm" : title;
    }

    private int[] counts() {
        return Objects.requireNonNull(VERSES.get(code), code);
    }
}
