package org.berea.embedding.text;

/**
 * Which model makes the vectors. Vectors of different versions must not be compared.
 *
 * @param version changes with the weights, the pooling and the instruction
 * @param dimension numbers in a vector
 */
public record ModelIdentity(String name, String version, int dimension) {
    /** Name and version in one, as vectors in an index are labelled. */
    public String label() {
        return name + "@" + version;
    }
}
