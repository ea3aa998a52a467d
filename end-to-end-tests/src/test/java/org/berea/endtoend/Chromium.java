package org.berea.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser of this machine; nothing is ever downloaded. Where there is none, its tests are skipped
 * and say so, unless BEREA_REQUIRE_CHROMIUM is set.
 */
final class Chromium implements AutoCloseable {
    static final String PRESENT = "org.berea.endtoend.Chromium#isPresent";
    static final String ABSENT = "no Chromium or Chrome is installed on this machine";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ELSEWHERE =
            List.of(
                    "/usr/bin",
                    "/snap/bin",
                    "/Applications/Google Chrome.app/Contents/MacOS",
                    "/Applications/Chromium.app/Contents/MacOS");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path program = find().orElseThrow();
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    BrowserContext visitor(Browser.NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options);
        visitor.setDefaultTimeout(20_000);
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** For the condition of a test class, which is skipped where there is none. */
    static boolean isPresent() {
        boolean present = find().isPresent();
        if (!present && System.getenv("BEREA_REQUIRE_CHROMIUM") != null) {
            throw new IllegalStateException("no Chromium or Chrome here, and it is required");
        }
        return present;
    }

    private static Optional<Path> find() {
        Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(path, ELSEWHERE.stream())
                .flatMap(folder -> names().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> names() {
        return Stream.concat(NAMES.stream(), Stream.of("Google Chrome", "Chromium"));
    }
}
