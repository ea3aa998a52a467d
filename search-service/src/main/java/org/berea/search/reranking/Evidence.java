package org.berea.search.reranking;

import org.berea.scripture.VerseRef;
import org.berea.search.links.VerseGraph;

/**
 * All that speaks for or against one candidate: itself, its neighbours and what is linked to it.
 */
record Evidence(Candidate candidate, Standing standing, VerseGraph graph) {
    /** How the verse before it stands, in the same chapter. */
    double before() {
        return candidate.verse().verse() > 1 ? standing.of(candidate.number() - 1) : 0;
    }

    /** How the verse after it stands, in the same chapter. */
    double after() {
        VerseRef verse = candidate.verse();
        boolean isLast = verse.verse() == verse.book().verses(verse.chapter());
        return isLast ? 0 : standing.of(candidate.number() + 1);
    }

    double centrality() {
        return graph.centrality(candidate.number());
    }

    /** How well those stand from which cross references lead to it. */
    double linkedFrom() {
        var sum = new double[1];
        graph.incoming(
                candidate.number(), (from, weight) -> sum[0] += weight * standing.squared(from));
        return Math.log(1 + sum[0]);
    }

    /** How well those stand to which cross references lead from it. */
    double linkedTo() {
        var sum = new double[1];
        graph.outgoing(candidate.number(), (to, weight) -> sum[0] += weight * standing.squared(to));
        return Math.log(1 + sum[0]);
    }
}
