package org.berea.benchmarks.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The questions that may have no answer though all works, each with its reason: lines of {@code
 * WHERE | REASON} in a file beside the dashboards.
 */
record MayBeEmpty(Map<String, String> reasons) {
    static MayBeEmpty read(Path file) {
        var reasons = new LinkedHashMap<String, String>();
        try {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .forEach(parts -> reasons.put(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new MayBeEmpty(reasons);
    }

    boolean allows(Query query) {
        return reasons.containsKey(query.where());
    }
}
