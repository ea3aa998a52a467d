package org.berea.scripture;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many verses each chapter has, by book code. */
final class Versification {
    private Versification() {}

    static Map<String, int[]> read() {
        return Table.rows("versification.tsv")
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> counts(row[1])));
    }

    private static int[] counts(String column) {
        return Stream.of(column.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
