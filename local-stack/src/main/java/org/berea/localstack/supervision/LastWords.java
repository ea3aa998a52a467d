package org.berea.localstack.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds in the log of a program that has ended what it ended of. */
final class LastWords {
    private static final int TAIL = 128 * 1024;
    private static final int MOST = 8;
    private static final int LONGEST = 300;

    // How Spring Boot explains a start that failed.
    private static final String DESCRIPTION = "Description:";
    private static final String ACTION = "Action:";

    private LastWords() {}

    /** Spring's explanation, or the causes of the last exception, or the last lines. */
    static List<String> of(Path log) {
        List<String> lines = tail(log).map(String::strip).filter(line -> !line.isEmpty()).toList();
        return Stream.of(explanation(lines), causes(lines), last(lines, _ -> true))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> explanation(List<String> lines) {
        int start = lines.lastIndexOf(DESCRIPTION) + 1;
        return start == 0
                ? List.of()
                : lines.subList(start, lines.size()).stream()
                        .takeWhile(line -> !line.equals(ACTION))
                        .limit(MOST)
                        .map(LastWords::shortened)
                        .toList();
    }

    /** The last one is the deepest, which says most. */
    private static List<String> causes(List<String> lines) {
        List<String> causes = last(lines, line -> line.startsWith("Caused by: "));
        return causes.isEmpty() ? causes : List.of(causes.getLast());
    }

    private static List<String> last(List<String> lines, Predicate<String> wanted) {
        List<String> found = lines.stream().filter(wanted).map(LastWords::shortened).toList();
        return found.subList(Math.max(0, found.size() - MOST), found.size());
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static Stream<String> tail(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\\R"));
        } catch (IOException e) {
            return Stream.of(); // without its log nothing is known of it
        }
    }
}
