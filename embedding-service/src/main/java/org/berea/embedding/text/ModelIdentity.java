package org.berea.embedding.text;

/**
 * Which model makes the vectors, and of what. Vectors of different versions must not be compared.
 *
 * @param version changes with the weights, the pooling, the instruction and the words that stand
 *     for a verse
 * @param dimension numbers in a vector
 */
public record ModelIdentity(String name, String version, int dimension) {
    /** Name and version in one, as vectors in an index are labelled. */
    public String label() {
        return name + "@" + version;
    }

    /**
     * The same model where it embeds verses in a certain way. Questions carry it too: they are
     * compared with verses.
     *
     * @param recipe short, see {@code EmbeddedText}
     */
    public ModelIdentity embedding(String recipe) {
        return new ModelIdentity(name, version + "-" + recipe, dimension);
    }
}
