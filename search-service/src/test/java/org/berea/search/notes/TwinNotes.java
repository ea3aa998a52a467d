package org.berea.search.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.berea.search.engine.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Two users who wrote the same notes on the same verses, but for their names at the end. Every
 * second note has the same id for both; two of three have vectors, nearly the same ones.
 */
public final class TwinNotes {
    private static final List<String> SUBJECTS =
            List.of(
                    "hope",
                    "patience",
                    "mercy",
                    "anger",
                    "prayer",
                    "fasting",
                    "kindness",
                    "grief",
                    "manna",
                    "sabbath",
                    "exile",
                    "harvest",
                    "baptism",
                    "circumcision",
                    "tithes",
                    "idols",
                    "angels",
                    "wisdom",
                    "silence",
                    "marriage");

    private static final List<String> REFS =
            List.of("ROM.8.28", "PSA.23.1-4", "MAT.5.3", "JHN.3.16");
    private static final List<String> LABELS =
            List.of("Romans 8:28", "Psalm 23", "Matthew 5:3", "John 3:16");

    private static final List<String> BOOKS = List.of("Romans", "PSA", "Matt", "John");

    private TwinNotes() {}

    /** A search that a user makes. */
    public record Asked(Owner owner, SearchRequest request) {}

    public static List<StudyEvent> events(Owner owner) {
        return IntStream.range(0, SUBJECTS.size()).mapToObj(i -> note(owner, i)).toList();
    }

    public static List<NoteVectors> vectors(Owner owner) {
        double cosine = owner.equals(Notes.ALICE) ? 0.95 : 0.96;
        return IntStream.range(0, SUBJECTS.size())
                .filter(i -> i % 3 != 0)
                .mapToObj(
                        i ->
                                new NoteVectors(
                                        owner.subject(),
                                        id(owner, i),
                                        1,
                                        Notes.MODEL,
                                        List.of(Vectors.near(i, cosine))))
                .toList();
    }

    /** Searches of every kind, by both users in turns. */
    public static List<Asked> searches(int many) {
        var random = new Random(4);
        var searches = new ArrayList<Asked>();
        for (int i = 0; i < many; i++) {
            Owner owner = i % 2 == 0 ? Notes.ALICE : Notes.BOB;
            searches.add(new Asked(owner, search(i / 2, random.nextInt(SUBJECTS.size()))));
        }
        return searches;
    }

    /** Whether a note that was shown is the owner's own. */
    static boolean belongs(String text, Owner owner) {
        return text.endsWith(" belongs to " + owner.subject());
    }

    private static SearchRequest search(int kind, int note) {
        String subject = SUBJECTS.get(note);
        String label = LABELS.get(note % LABELS.size());
        return switch (kind % 8) {
            case 0 -> request("What did I write about " + subject + "?", note, null);
            case 1 -> request("thoughts on " + subject, -1, null);
            case 2 -> request("my thoughts on " + subject, note, BOOKS.get(note % BOOKS.size()));
            case 3 -> request(label, note, null);
            case 4 -> request("Does " + label + " speak of " + subject + "?", note, null);
            case 5 -> request("Unrelated words altogether", note, null);
            case 6 -> request("This copy belongs to alice", -1, null);
            default -> request("This copy belongs to bob", note, BOOKS.get(note % BOOKS.size()));
        };
    }

    private static SearchRequest request(String query, int axis, @Nullable String book) {
        return new SearchRequest(
                query,
                axis < 0 ? null : new QueryVector(Notes.MODEL, Vectors.near(axis, 0.9)),
                List.of(),
                book == null ? SearchFilter.NONE : new SearchFilter(List.of(book), null, null),
                1,
                20,
                true);
    }

    private static StudyEvent note(Owner owner, int i) {
        return new NoteSaved(
                id(owner, i),
                owner.subject(),
                1,
                REFS.get(i % REFS.size()),
                "My thoughts on %s, while I read. This copy belongs to %s"
                        .formatted(SUBJECTS.get(i), owner.subject()),
                Notes.minute(i));
    }

    private static String id(Owner owner, int i) {
        return i % 2 == 0 ? "note-" + i : "note-" + i + "-" + owner.key();
    }
}
