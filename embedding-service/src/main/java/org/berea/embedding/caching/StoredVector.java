package org.berea.embedding.caching;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.berea.embedding.text.Encoding;

/** A vector as bytes: how many tokens it was, then its numbers, four little-endian bytes each. */
final class StoredVector {
    private StoredVector() {}

    static byte[] bytes(Encoding.Encoded encoded) {
        var buffer = buffer(new byte[size(encoded.vector().length)]);
        buffer.putInt(encoded.tokens());
        buffer.asFloatBuffer().put(encoded.vector());
        return buffer.array();
    }

    /** Nothing when the bytes cannot be a vector of that dimension. */
    static Optional<Encoding.Encoded> of(byte[] bytes, int dimension) {
        if (bytes.length != size(dimension)) {
            return Optional.empty();
        }
        var buffer = buffer(bytes);
        int tokens = buffer.getInt();
        float[] vector = new float[dimension];
        buffer.asFloatBuffer().get(vector);
        return Optional.of(new Encoding.Encoded(vector, tokens));
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int size(int dimension) {
        return Integer.BYTES + dimension * Float.BYTES;
    }
}
