package org.berea.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.endtoend.Project;

/**
 * The variables that each service knows: those in the table of docs/settings.md, by its headings.
 */
final class KnownSettings {
    private static final String OF_ALL = "All services";
    private static final Pattern SECTION = Pattern.compile("(?m)^## ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.*?) \\| (.*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    // "gateway (50,000, …); inference takes them too"
    private static final String ALSO = "; inference takes ";

    private final Map<String, Set<String>> names;
    private final Set<String> sharedWithInference;

    KnownSettings() {
        try {
            String text = Files.readString(Project.ROOT.resolve("docs/settings.md"));
            names =
                    SECTION.splitAsStream(text)
                            .skip(1)
                            .collect(Collectors.toMap(KnownSettings::heading, KnownSettings::all));
            sharedWithInference = sharedWithInference(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param service as its pods are named: {@code gateway}
     */
    boolean knows(String service, String variable) {
        String heading = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        return names.getOrDefault(OF_ALL, Set.of()).contains(variable)
                || names.getOrDefault(heading, Set.of()).contains(variable)
                || (service.equals("inference") && sharedWithInference.contains(variable));
    }

    private static String heading(String section) {
        return section.lines().findFirst().orElse("").strip();
    }

    private static Set<String> all(String section) {
        return rows(section).flatMap(row -> found(row[0])).collect(Collectors.toSet());
    }

    private static Set<String> sharedWithInference(String text) {
        return rows(text)
                .filter(row -> row[1].contains(ALSO))
                .flatMap(row -> found(row[0]))
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> rows(String text) {
        return ROW.matcher(text).results().map(row -> new String[] {row.group(1), row.group(2)});
    }

    private static Stream<String> found(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1));
    }
}
