package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of the tree is so. */
class DocumentsTest {
    private static final Pattern PATH = Pattern.compile("`((?!src/)(?:[a-z-]+/)[\\w./-]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/code-map.md",
                "docs/settings.md",
                "docs/runbook.md",
                "docs/benchmarks.md",
                "docs/decisions/README.md"
            })
    void everyPathThatADocumentNamesExists(String document) throws IOException {
        Path file = Project.ROOT.resolve(document);
        String text = Files.readString(file);

        assertThat(found(PATH, text))
                .allSatisfy(path -> assertThat(Project.ROOT.resolve(path)).exists());
        assertThat(found(LINK, text))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @Test
    void everyVariableThatAServiceReadsIsInTheTable() throws IOException {
        var variables = new TreeSet<String>();
        for (Path settings : serviceSettings()) {
            variables.addAll(found(VARIABLE, Files.readString(settings)));
        }

        assertThat(variables).hasSizeGreaterThan(20);
        String table = Files.readString(Project.ROOT.resolve("docs/settings.md"));
        assertThat(variables)
                .allSatisfy(variable -> assertThat(table).contains("`" + variable + "`"));
    }

    @Test
    void everyPackageOfInferenceIsOnTheCodeMap() throws IOException {
        String map = Files.readString(Project.ROOT.resolve("docs/code-map.md"));
        Path inference =
                Project.ROOT.resolve("inference-service/src/main/java/org/berea/inference");
        try (Stream<Path> packages = Files.list(inference)) {
            assertThat(packages.filter(Files::isDirectory))
                    .allSatisfy(
                            stage ->
                                    assertThat(map)
                                            .contains(Project.ROOT.relativize(stage).toString()));
        }
    }

    private static List<Path> serviceSettings() throws IOException {
        try (Stream<Path> modules = Files.list(Project.ROOT)) {
            return modules.map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .flatMap(
                            folder ->
                                    Stream.of("application.yml", "berea-service.yml")
                                            .map(folder::resolve))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(found::add);
        return found;
    }
}
