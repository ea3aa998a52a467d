package org.berea.worker.crossreferences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.worker.crossreferences.CrossReferences.Chapter;
import org.berea.worker.crossreferences.CrossReferences.Link;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores and reads cross references, a row for each chapter they start in: some hundred thousand
 * rows of one each would take a minute to write.
 */
@Component
final class CrossReferencesOfRecord {
    /** A chapter as it goes into an event. */
    record StoredChapter(int sequence, String key, List<CrossReference> references) {}

    /** So many rows that one statement stays far below the limit of the connection. */
    private static final int BATCH = 100;

    private final JdbcTemplate jdbc;

    CrossReferencesOfRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one import at a time go on from here, to the transaction's end. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('import of cross references'))", _ -> {});
    }

    void store(String importId, List<Chapter> chapters) {
        var rows = new ArrayList<Object[]>();
        for (int sequence = 0; sequence < chapters.size(); sequence++) {
            rows.add(row(importId, sequence, chapters.get(sequence)));
        }
        for (int start = 0; start < rows.size(); start += BATCH) {
            jdbc.batchUpdate(
                    "insert into cross_reference values (?, ?, ?, ?, ?, ?, ?)",
                    rows.subList(start, Math.min(start + BATCH, rows.size())));
        }
    }

    /** Up to {@code count} chapters from a sequence number on, in order. */
    List<StoredChapter> chapters(String importId, int from, int count) {
        return jdbc.query(
                """
                select sequence, book, chapter, verses, targets, votes from cross_reference
                where import_id = ? and sequence >= ? and sequence < ?
                order by sequence
                """,
                (row, _) -> chapter(row),
                importId,
                from,
                from + count);
    }

    /** Removes what no longer holds. */
    void removeReplaced() {
        jdbc.update(
                """
                delete from cross_reference
                where import_id <> (select max(id) from cross_reference_import)
                """);
    }

    private static Object[] row(String importId, int sequence, Chapter chapter) {
        List<Link> links = chapter.links();
        return new Object[] {
            importId,
            sequence,
            chapter.book().code(),
            chapter.number(),
            links.stream().map(Link::verse).toArray(Integer[]::new),
            links.stream().map(Link::to).toArray(String[]::new),
            links.stream().map(Link::votes).toArray(Integer[]::new)
        };
    }

    private static StoredChapter chapter(ResultSet row) throws SQLException {
        String key = row.getString("book") + "." + row.getInt("chapter");
        var verses = (Integer[]) row.getArray("verses").getArray();
        var targets = (String[]) row.getArray("targets").getArray();
        var votes = (Integer[]) row.getArray("votes").getArray();
        return new StoredChapter(
                row.getInt("sequence"),
                key,
                IntStream.range(0, verses.length)
                        .mapToObj(
                                at ->
                                        new CrossReference(
                                                key + "." + verses[at], targets[at], votes[at]))
                        .toList());
    }
}
