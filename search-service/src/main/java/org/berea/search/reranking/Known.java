package org.berea.search.reranking;

import java.util.Optional;
import org.berea.search.lexicon.Lexicon;
import org.berea.search.links.VerseGraph;
import org.berea.search.meaning.TiedVectors;

/**
 * What is known of all verses of an edition.
 *
 * @param graph empty without cross references
 * @param tied of the model of the question's vector; without them a verse's own vector must do
 */
record Known(Lexicon lexicon, VerseGraph graph, Optional<TiedVectors> tied) {}
