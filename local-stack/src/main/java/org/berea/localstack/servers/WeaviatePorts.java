package org.berea.localstack.servers;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The six ports of one Weaviate node.
 *
 * @param rest for HTTP
 * @param grpc for searching and storing
 * @param cluster the first of four in a row, which only the node itself uses; the server wants the
 *     last two side by side
 */
public record WeaviatePorts(int rest, int grpc, int cluster) {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int IN_A_ROW = 4;
    private static final int TRIES = 1_000;

    /** Ports that are free now. */
    public static WeaviatePorts free() {
        int cluster = freeRow();
        return new WeaviatePorts(nextBeside(cluster), nextBeside(cluster), cluster);
    }

    /** Four in a row that are free now. */
    public static int freeRow() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, LAST)
                .filter(WeaviatePorts::isFreeRow)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no four free ports were found"));
    }

    private static boolean isFreeRow(int first) {
        return IntStream.range(first, first + IN_A_ROW).allMatch(FreePorts::isFree);
    }

    private static int nextBeside(int row) {
        int port = FreePorts.next();
        return port < row || port >= row + IN_A_ROW ? port : nextBeside(row);
    }
}
