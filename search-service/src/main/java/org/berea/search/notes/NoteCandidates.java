package org.berea.search.notes;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each way of looking found.
 *
 * @param named on the verses that the question names, the newest first
 * @param lexical by words, best first
 * @param nearest by vectors, best first
 * @param texts of all of these, by id, but for those that went in the meantime
 */
record NoteCandidates(
        Set<String> named,
        List<ScoredNote> lexical,
        List<ScoredNote> nearest,
        Map<String, NoteText> texts) {}
