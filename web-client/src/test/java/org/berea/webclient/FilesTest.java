package org.berea.webclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page stays small, plain, and its own. */
final class FilesTest {
    private static final Path WEB = Path.of("target/classes/META-INF/resources/web");
    private static final int LONGEST_MODULE = 150;
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/web/[^\"]+)\"");

    static Stream<Path> all() throws IOException {
        return Files.walk(WEB).filter(Files::isRegularFile);
    }

    static Stream<Path> own() throws IOException {
        return all().filter(file -> !file.toString().contains("vendor"));
    }

    static Stream<Path> modules() throws IOException {
        return own().filter(file -> file.toString().endsWith(".js"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsShortAndSaysWhatItDoes(Path module) throws IOException {
        List<String> lines = Files.readAllLines(module);

        assertThat(lines).hasSizeLessThan(LONGEST_MODULE);
        assertThat(lines.getFirst()).startsWith("/**");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyImportExists(Path module) throws IOException {
        assertThat(IMPORT.matcher(Files.readString(module)).results())
                .allSatisfy(
                        found ->
                                assertThat(module.resolveSibling(found.group(1)).normalize())
                                        .exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "docs/index.html"})
    void aPageNamesOnlyItsOwnFiles(String name) throws IOException {
        String page = Files.readString(WEB.resolve(name));

        assertThat(FILE.matcher(page).results().map((MatchResult found) -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(WEB.resolve(file.substring(5))).exists());
        assertThat(page).doesNotContain("//").doesNotContain("style=").doesNotContain("onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "DOMParser",
                "setHTMLUnsafe",
                "createContextualFragment",
                "eval(",
                "new Function",
                "https://",
                "localStorage.setItem('berea.token"
            })
    void noModuleTurnsTextIntoMarkupOrGoesElsewhere(String word) throws IOException {
        assertThat(modules()).noneMatch(module -> read(module).contains(word));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
