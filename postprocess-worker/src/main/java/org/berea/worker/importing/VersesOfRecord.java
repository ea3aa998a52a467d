package org.berea.worker.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;
import org.berea.worker.importing.BibleText.Chapter;
import org.berea.worker.usfm.UsfmVerse;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores and reads verses by plain JDBC: as entities, the tens of thousands of one import would all
 * stay in the session until it ends.
 */
@Component
final class VersesOfRecord {
    /** A chapter as it goes into an event. */
    record StoredChapter(int sequence, String key, List<Verse> verses) {}

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    VersesOfRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets only one import of a translation at a time go on from here, to the transaction's end.
     */
    void lock(String code) {
        jdbc.query("select pg_advisory_xact_lock(hashtext(?))", _ -> {}, "import:" + code);
    }

    void store(String importId, List<Chapter> chapters) {
        var rows = new ArrayList<Object[]>();
        for (int sequence = 0; sequence < chapters.size(); sequence++) {
            addRows(rows, importId, sequence, chapters.get(sequence));
        }
        for (int start = 0; start < rows.size(); start += BATCH) {
            jdbc.batchUpdate(
                    "insert into verse values (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows.subList(start, Math.min(start + BATCH, rows.size())));
        }
    }

    /** Up to {@code count} chapters from a sequence number on, in order. */
    List<StoredChapter> chapters(String importId, int from, int count) {
        return jdbc.query(
                """
                select sequence, book, chapter, verse, last_verse, text from verse
                where import_id = ? and sequence >= ? and sequence < ?
                order by sequence, position
                """,
                VersesOfRecord::collect,
                importId,
                from,
                from + count);
    }

    /** Removes what no translation shows any more. */
    void removeReplaced() {
        jdbc.update(
                """
                delete from verse where import_id in (
                    select id from import_run
                    where not exists (
                        select 1 from translation where translation.import_id = import_run.id))
                """);
    }

    private static void addRows(
            List<Object[]> rows, String importId, int sequence, Chapter chapter) {
        int position = 0;
        for (UsfmVerse verse : chapter.verses()) {
            rows.add(
                    new Object[] {
                        importId,
                        sequence,
                        position++,
                        chapter.book().code(),
                        chapter.number(),
                        verse.verse(),
                        verse.lastVerse(),
                        verse.text()
                    });
        }
    }

    private static List<StoredChapter> collect(ResultSet rows) throws SQLException {
        var chapters = new ArrayList<StoredChapter>();
        while (rows.next()) {
            int sequence = rows.getInt("sequence");
            String key = rows.getString("book") + "." + rows.getInt("chapter");
            if (chapters.isEmpty() || chapters.getLast().sequence() != sequence) {
                chapters.add(new StoredChapter(sequence, key, new ArrayList<>()));
            }
            String ref = ref(key, rows.getInt("verse"), rows.getInt("last_verse"));
            chapters.getLast().verses().add(new Verse(ref, rows.getString("text")));
        }
        return chapters;
    }

    /**
     * A range for verses that the edition prints as one, {@code ROM.8.28-29}; where the
     * versification lacks one of them, the first stands alone.
     */
    private static String ref(String chapter, int verse, int lastVerse) {
        String first = chapter + "." + verse;
        return VerseRange.parse(first + "-" + lastVerse).map(VerseRange::wire).orElse(first);
    }
}
