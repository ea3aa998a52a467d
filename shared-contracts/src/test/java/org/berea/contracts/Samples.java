package org.berea.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Citation;
import org.berea.contracts.completion.Completion;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.event.BudgetAlert;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationRequest;
import org.berea.contracts.moderation.ModerationResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.quota.QuotaState;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.DeadLetters;
import org.berea.contracts.records.HistoryItem;
import org.berea.contracts.records.HistoryPage;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.records.Replay;
import org.berea.contracts.records.ReviewItem;
import org.berea.contracts.records.ReviewPage;
import org.berea.contracts.search.NoteHit;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.PassagesResponse;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.Translations;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorGaps;

/** One filled value of every record that crosses a wire. */
final class Samples {
    private static final CompletionId ID = new CompletionId("cmp_0123456789abcdef0123456789abcdef");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Translation BST =
            new Translation("BST", "Berea Sample Translation", "en", "free to use", 384);
    private static final Verse VERSE = new Verse("ROM.8.28", "And this we know.");
    private static final Passage PASSAGE =
            new Passage(
                    "ROM.8.28",
                    "Romans 8:28",
                    "BST",
                    List.of(VERSE),
                    1.0,
                    Passage.Reason.REFERENCE);
    private static final NoteSaved NOTE =
            new NoteSaved("note-1", "alice", 3, "ROM.8.28", "My hope.", NOON);
    private static final Notice NOTICE = new Notice(Notice.Code.SMALLER_MODEL, "a smaller model");
    private static final Citation CITATION = new Citation("Romans 8:28", "ROM.8.28", 0);
    private static final Usage USAGE =
            new Usage(812, 143, Usage.CacheOutcome.MISS, Usage.FinishReason.STOP);

    private Samples() {}

    static SequencedMap<String, Object> all() {
        var samples = new TreeMap<String, Object>();
        requests(samples);
        answers(samples);
        records(samples);
        events(samples);
        samples.put(
                "problem",
                Problem.of(ProblemType.RATE_LIMITED, "slower, please")
                        .withResetAt(NOON)
                        .withField("prompt")
                        .withRequestId("0af7651916cd43dd8448eb211c80319c"));
        return samples;
    }

    private static void requests(Map<String, Object> samples) {
        samples.put(
                "completion-request",
                new CompletionRequest(
                        "What does Romans 8:28 mean in context?",
                        Task.VERSE_LOOKUP,
                        List.of(
                                new Turn(Turn.Role.USER, "Hello."),
                                new Turn(Turn.Role.ASSISTANT, "Yes?")),
                        "BST",
                        Map.of("type", "object"),
                        false,
                        0));
        samples.put("embedding-request", EmbeddingRequest.query("hope"));
        samples.put("moderation-request", ModerationRequest.of("hope", Direction.QUESTION));
        samples.put(
                "search-request",
                new SearchRequest(
                        "hope",
                        new QueryVector("bge-small-en-v1.5@q8", new float[] {0.5f, -1}),
                        List.of("BST"),
                        new SearchFilter(List.of("ROM"), "new", "protestant"),
                        2,
                        8,
                        true));
        samples.put(
                "note-vectors",
                new NoteVectors("alice", "note-1", 3, "bge", List.of(new float[] {0.5f, -1})));
        samples.put(
                "vector-batch",
                new VectorBatch(
                        "import-1",
                        "BST",
                        0,
                        15,
                        "bge-small-en-v1.5",
                        List.of(new VectorBatch.VerseVector("ROM.8.28", new float[] {0.5f, -1}))));
    }

    private static void answers(Map<String, Object> samples) {
        samples.put("event-start", new AnswerEvent.Start(ID, Task.VERSE_LOOKUP));
        samples.put(
                "event-sources",
                new AnswerEvent.Sources(List.of(PASSAGE), List.of(Degradation.NO_EMBEDDING)));
        samples.put("event-citation", CITATION);
        samples.put("event-token", new AnswerEvent.Token(" apostle"));
        samples.put("event-notice", NOTICE);
        samples.put("event-usage", USAGE);
        samples.put(
                "completion",
                new Completion(
                        ID,
                        Task.DEFINITION,
                        "Hope is sure (Romans 8:28).",
                        null,
                        List.of(PASSAGE),
                        List.of(CITATION),
                        List.of(NOTICE),
                        List.of(Degradation.SMALLER_MODEL),
                        USAGE));
        samples.put(
                "embedding-response",
                EmbeddingResponse.of(
                        List.of(EmbeddingResponse.Item.of(0, new float[] {0.5f, -1})),
                        "bge-small-en-v1.5",
                        "1",
                        2,
                        3));
        samples.put(
                "moderation-response",
                new ModerationResponse(
                        List.of(
                                ModerationResponse.Result.clean(0.01),
                                new ModerationResponse.Result(
                                        true,
                                        "prompt-injection",
                                        0.97,
                                        List.of(List.of(0, 6)),
                                        "asks to ignore the instructions"))));
        samples.put(
                "search-response",
                new SearchResponse(
                        List.of(PASSAGE),
                        List.of(
                                new NoteHit(
                                        "note-1",
                                        NoteHit.Kind.NOTE,
                                        "ROM.8.28",
                                        "Romans 8:28",
                                        "My hope.",
                                        0.5,
                                        Passage.Reason.LEXICAL)),
                        List.of(Degradation.NO_VECTORS)));
        samples.put(
                "passages-response",
                new PassagesResponse(
                        List.of(PASSAGE),
                        List.of(new PassagesResponse.Related("GEN.50.20", "Genesis 50:20", 25)),
                        "www.openbible.info, CC BY"));
        samples.put(
                "vector-gaps",
                new VectorGaps(
                        List.of(new PassageImported("import-1", BST, 0, 15, List.of(VERSE))),
                        List.of(NOTE)));
        samples.put(
                "ranking-candidates",
                new RankingCandidates(
                        "question",
                        List.of("words", "meaning"),
                        List.of(
                                new RankingCandidates.Candidate(
                                        "ROM.8.28", new double[] {7.5, 0.82}),
                                new RankingCandidates.Candidate(
                                        "ROM.8.29-30", new double[] {0.0, 0.71}))));
        samples.put("translations", new Translations(List.of(BST)));
        samples.put(
                "quota-state",
                new QuotaState(
                        new QuotaState.Day(50_000, 1_200, 600, 40_000, NOON),
                        new QuotaState.Rate(20, 10, 19)));
        samples.put("history-page", new HistoryPage(List.of(historyItem()), "cursor"));
        samples.put(
                "import-state",
                new ImportState(
                        "import-1",
                        "BST",
                        "Berea Sample Translation",
                        12,
                        15,
                        384,
                        3,
                        15,
                        ImportState.Status.PUBLISHING,
                        NOON));
        samples.put(
                "cross-references-state",
                new CrossReferencesState(
                        "import-2",
                        "www.openbible.info, CC BY",
                        344_786,
                        3,
                        50,
                        1189,
                        ImportState.Status.PUBLISHING,
                        NOON));
    }

    private static void records(Map<String, Object> samples) {
        samples.put(
                "dead-letters",
                new DeadLetters(
                        List.of(
                                new DeadLetters.Waiting(
                                        "history", 2, List.of("PSQLException 42P01")))));
        samples.put("replay", new Replay("history", 3, 2, 1, List.of("PSQLException 42P01")));
        samples.put(
                "review-page",
                new ReviewPage(
                        List.of(
                                new ReviewItem(
                                        ID,
                                        ReviewItem.Kind.FLAGGED,
                                        NOON,
                                        "alice",
                                        Tier.PLUS,
                                        Task.STUDY_GUIDE,
                                        "BST",
                                        CompletionFinished.Outcome.FAILED,
                                        "unverifiable",
                                        List.of("repaired"),
                                        List.of("ROM.8.28"),
                                        "hosted-large")),
                        "cursor"));
    }

    private static HistoryItem historyItem() {
        return new HistoryItem(
                ID,
                NOON,
                Task.SUMMARIZATION,
                "Summarize Psalm 23.",
                "It trusts (Psalm 23:1).",
                List.of("PSA.23.1"),
                CompletionFinished.Outcome.FINISHED);
    }

    private static void events(Map<String, Object> samples) {
        samples.put(
                "completion-admitted",
                new CompletionAdmitted(
                        ID,
                        NOON,
                        DAY,
                        "alice",
                        Tier.PLUS,
                        "other",
                        Task.VERSE_LOOKUP,
                        "BST",
                        "inference-5f0c",
                        12_288,
                        8_192));
        samples.put(
                "completion-finished",
                new CompletionFinished(
                        ID,
                        CompletionFinished.Outcome.FINISHED,
                        NOON,
                        NOON.plusSeconds(2),
                        DAY,
                        "alice",
                        Tier.PLUS,
                        "other",
                        Task.VERSE_LOOKUP,
                        "BST",
                        "What does Romans 8:28 mean in context?",
                        "It promises (Romans 8:28).",
                        List.of("ROM.8.28"),
                        List.of(Degradation.SMALLER_MODEL),
                        List.of(NOTICE),
                        "hosted-small",
                        812,
                        143,
                        139,
                        USAGE,
                        "no-model"));
        samples.put(
                "passage-imported", new PassageImported("import-1", BST, 0, 15, List.of(VERSE)));
        samples.put(
                "cross-references-imported",
                new CrossReferencesImported(
                        "import-2",
                        "www.openbible.info, CC BY",
                        0,
                        1189,
                        List.of(
                                new CrossReferencesImported.CrossReference(
                                        "ROM.8.28", "GEN.50.20", 25))));
        samples.put("note-saved", NOTE);
        samples.put(
                "passage-highlighted",
                new PassageHighlighted("mark-1", "alice", 1, "ROM.8.28", "all things", NOON));
        samples.put("note-deleted", new NoteDeleted("note-1", "alice", 4, NOON));
        samples.put("user-erased", new UserErased("alice", NOON));
        samples.put("budget-alert", new BudgetAlert(DAY, NOON, 80, 1_000_000, 812_000));
    }
}
