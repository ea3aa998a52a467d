package org.berea.benchmarks.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A message in the wire format of Protocol Buffers, by the numbers of its fields: enough to read
 * spans without a library. Values of known width are kept as numbers, all others as bytes.
 */
record Fields(Map<Integer, List<ByteBuffer>> chunks, Map<Integer, Long> numbers) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;
    private static final int TYPE_BITS = 3;
    private static final int TYPE_MASK = 7;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int LONGEST = 63;

    /**
     * @throws IllegalArgumentException when it is no such message
     */
    static Fields read(ByteBuffer message) {
        var fields = new Fields(new HashMap<>(), new HashMap<>());
        ByteBuffer rest = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            fields.take(rest);
        }
        return fields;
    }

    private void take(ByteBuffer rest) {
        long tag = varint(rest);
        int field = (int) (tag >>> TYPE_BITS);
        switch ((int) (tag & TYPE_MASK)) {
            case VARINT -> numbers.put(field, varint(rest));
            case FIXED64 -> numbers.put(field, need(rest, Long.BYTES).getLong());
            case FIXED32 -> numbers.put(field, (long) need(rest, Integer.BYTES).getInt());
            case LENGTH -> {
                int length = Math.toIntExact(varint(rest));
                ByteBuffer chunk = need(rest, length).slice(rest.position(), length);
                rest.position(rest.position() + length);
                chunks.computeIfAbsent(field, _ -> new ArrayList<>()).add(chunk);
            }
            default -> throw new IllegalArgumentException("no type of a field: " + tag);
        }
    }

    List<Fields> messages(int field) {
        return chunks.getOrDefault(field, List.of()).stream().map(Fields::read).toList();
    }

    String text(int field) {
        return chunks.getOrDefault(field, List.of()).stream()
                .map(chunk -> UTF_8.decode(chunk.duplicate()).toString())
                .findFirst()
                .orElse("");
    }

    String hex(int field) {
        return chunks.getOrDefault(field, List.of()).stream()
                .map(Fields::bytes)
                .map(HexFormat.of()::formatHex)
                .findFirst()
                .orElse("");
    }

    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    private static byte[] bytes(ByteBuffer chunk) {
        var bytes = new byte[chunk.remaining()];
        chunk.duplicate().get(bytes);
        return bytes;
    }

    private static ByteBuffer need(ByteBuffer rest, int length) {
        if (length < 0 || rest.remaining() < length) {
            throw new IllegalArgumentException("a message that ends in the middle of a field");
        }
        return rest;
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; shift <= LONGEST; shift += BITS) {
            byte next = need(rest, 1).get();
            value |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }
}
