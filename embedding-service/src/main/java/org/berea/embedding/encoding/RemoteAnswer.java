package org.berea.embedding.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.berea.embedding.text.Vectors;
import org.jspecify.annotations.Nullable;

/** Takes the vectors out of a remote model's answer, and believes nothing of it unseen. */
final class RemoteAnswer {
    /** The answer does not fit the question: the model is another one, or broken. */
    static final class UnfitException extends RuntimeException {
        UnfitException(String what, Object found, Object expected) {
            super("%s: %s (expected: %s)".formatted(what, found, expected));
        }

        static UnfitException nothing() {
            return new UnfitException("body", "empty", "vectors");
        }
    }

    private RemoteAnswer() {}

    /** As many vectors as texts were sent, in their order, all of unit length. */
    static List<float[]> vectors(RemoteWire.Response answer, int texts, int dimension) {
        var items = Objects.requireNonNullElse(answer.data(), List.<RemoteWire.Item>of());
        if (items.size() != texts) {
            throw new UnfitException("data", items.size() + " vectors", texts);
        }
        var places = new float[texts][];
        for (int i = 0; i < texts; i++) {
            var item = items.get(i);
            int place = place(item, i, texts);
            if (places[place] != null) {
                throw new UnfitException("index", place + " twice", "each once");
            }
            places[place] = vector(item == null ? null : item.embedding(), dimension);
        }
        return List.of(places);
    }

    /**
     * The tokens that the model counted, told as one sum, shared out by what each text probably
     * had; or just that when it counted none.
     */
    static int[] tokens(RemoteWire.Response answer, List<String> inputs) {
        int[] shares = inputs.stream().mapToInt(TokenEstimate::of).toArray();
        Long counted = answer.usage() == null ? null : answer.usage().promptTokens();
        if (counted == null || counted <= 0) {
            return shares;
        }
        long sum = Arrays.stream(shares).asLongStream().sum();
        long left = counted;
        for (int i = 1; i < shares.length; i++) {
            shares[i] = (int) (counted * shares[i] / sum);
            left -= shares[i];
        }
        shares[0] = (int) Math.min(left, Integer.MAX_VALUE);
        return shares;
    }

    /** Some servers leave the index out and keep the order. */
    private static int place(RemoteWire.@Nullable Item item, int otherwise, int texts) {
        Integer index = item == null ? null : item.index();
        int place = index == null ? otherwise : index;
        if (place < 0 || place >= texts) {
            throw new UnfitException("index", place, "below " + texts);
        }
        return place;
    }

    private static float[] vector(float @Nullable [] vector, int dimension) {
        if (vector == null || vector.length != dimension) {
            throw new UnfitException(
                    "embedding", (vector == null ? 0 : vector.length) + " numbers", dimension);
        }
        double length = Vectors.length(vector);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new UnfitException("embedding", "length " + length, "a finite length above 0");
        }
        return Vectors.unit(vector);
    }
}
