package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.berea.contracts.caller.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the page that the documents show; CONTRIBUTING has the command. */
@EnabledIfSystemProperty(
        named = "berea.screenshots",
        matches = ".+",
        disabledReason = "pictures are made on demand: -Dberea.screenshots=docs/screenshots")
class ScreenshotsTest {
    private static final int[][] WINDOWS = {{360, 780}, {1280, 860}};

    @Test
    void makesThem(@TempDir Path data) {
        Path folder = Project.ROOT.resolve(System.getProperty("berea.screenshots", "target"));
        try (var chromium = Chromium.start();
                var suite = Suite.start(data, Map.of(), "--models", "simulator")) {
            new Client(suite.address(), suite.token("--tier", "pro")).awaitVectors();
            for (int[] window : WINDOWS) {
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    var options =
                            new Browser.NewContextOptions()
                                    .setViewportSize(window[0], window[1])
                                    .setColorScheme(scheme);
                    String name = window[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    try (var visitor = Visitor.of(suite.address(), chromium, options)) {
                        visitor.open(suite.link("alice", Tier.FREE));
                        picture(visitor, folder, name);
                    }
                }
            }
        }
    }

    private static void picture(Visitor visitor, Path folder, String name) {
        Page page = visitor.page();
        Locator article = visitor.hear("What does Romans 8:28 mean in context?");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve("answer-" + name + ".png")));
        article.locator(".reference").first().click();
        page.getByText("Looking for other")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        Path file = folder.resolve("verse-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(file).isNotEmptyFile();
    }
}
