package org.berea.search.reranking;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the order of candidates is learned from. */
enum Feature {
    CHAPTER(it -> it.candidate().words().chapter()),
    COVERAGE(it -> it.candidate().words().coverage()),
    PAIRS(it -> it.candidate().words().pairs()),
    LENGTH(it -> Math.log(it.candidate().words().words() + 1)),
    LEXICAL_RANK(it -> it.candidate().byWords().reciprocal()),
    VECTOR_RANK(it -> it.candidate().byVector().reciprocal(), Needs.VECTOR),
    COSINE(it -> it.candidate().byVector().score(), Needs.VECTOR),
    BEFORE(Evidence::before),
    AFTER(Evidence::after),
    LAW(it -> is(it, Genre.LAW)),
    HISTORY(it -> is(it, Genre.HISTORY)),
    WISDOM(it -> is(it, Genre.WISDOM)),
    PROPHETS(it -> is(it, Genre.PROPHETS)),
    DEUTEROCANON(it -> is(it, Genre.DEUTEROCANON)),
    GOSPELS(it -> is(it, Genre.GOSPELS)),
    ACTS(it -> is(it, Genre.ACTS)),
    LETTERS(it -> is(it, Genre.LETTERS)),
    REVELATION(it -> is(it, Genre.REVELATION)),
    CENTRALITY(Evidence::centrality, Needs.LINKS),
    LINKED_FROM(Evidence::linkedFrom, Needs.LINKS),
    LINKED_TO(Evidence::linkedTo, Needs.LINKS),
    TIED_COSINE(it -> it.candidate().tiedCosine(), Needs.LINKS, Needs.VECTOR);

    private final ToDoubleFunction<Evidence> value;
    private final Set<Needs> needs;

    Feature(ToDoubleFunction<Evidence> value, Needs... needs) {
        this.value = value;
        this.needs = Set.of(needs);
    }

    /** What must be there for a feature to be known. */
    private enum Needs {
        LINKS,
        VECTOR
    }

    /**
     * @param linked whether cross references are loaded
     * @param hybrid whether the question had a vector
     */
    boolean isKnown(boolean linked, boolean hybrid) {
        return (linked || !needs.contains(Needs.LINKS))
                && (hybrid || !needs.contains(Needs.VECTOR));
    }

    double of(Evidence evidence) {
        return value.applyAsDouble(evidence);
    }

    /** As it is called in files. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double is(Evidence evidence, Genre genre) {
        return Genre.of(evidence.candidate().verse().book()) == genre ? 1 : 0;
    }
}
