package org.berea.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes at random, but the same way each time. */
public final class Mutations {
    private static final List<String> PIECES =
            List.of(
                    "\\",
                    "\\v ",
                    "\\v 3 ",
                    "\\c ",
                    "\\c 2\n",
                    "\\f + \\ft ",
                    "\\f*",
                    "\\w a|b",
                    "\\w*",
                    "\\+nd ",
                    "\\esb ",
                    "\\esbe ",
                    "\\zmine ",
                    "\\zmine*",
                    "\\ts\\*",
                    "\\id ROM\n",
                    "\\id*",
                    "*",
                    "|",
                    "\n",
                    "\r",
                    "\0",
                    "\uFEFF",
                    "\uFFFD",
                    "~",
                    "//",
                    "-",
                    "\\q9 ",
                    "\\unheard-of ",
                    "\\v 999999 ",
                    "\\v 1-2 ",
                    "\\v 2b ");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** Cuts, repeats, overwrites or inserts, one to three times. */
    public byte[] of(byte[] original) {
        byte[] mutated = original;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(60));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 3 -> joined(bytes, from, noise(to - from), to);
            default -> joined(bytes, from, piece(), from);
        };
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[Math.min(length, 3)];
        random.nextBytes(noise);
        return noise;
    }

    /** The bytes before {@code from}, others, and the bytes behind {@code to}. */
    private static byte[] joined(byte[] bytes, int from, byte[] others, int to) {
        byte[] all = Arrays.copyOf(bytes, from + others.length + bytes.length - to);
        System.arraycopy(others, 0, all, from, others.length);
        System.arraycopy(bytes, to, all, from + others.length, bytes.length - to);
        return all;
    }
}
