package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with the page open, and everything that the page does behind their back. */
final class Visitor implements AutoCloseable {
    private static final int LONGEST_ANSWER_MILLIS = 60_000;
    private static final String AXE = axe();

    /** Notes breaches of the policy before any script of the page runs. */
    private static final String WATCH =
            """
            window.breaches = [];
            addEventListener('securitypolicyviolation', (event) =>
              breaches.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
            """;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> alarms = new CopyOnWriteArrayList<>();

    private Visitor(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        context.addInitScript(WATCH);
        context.onRequest(request -> requests.add(request.url()));
        page = context.newPage();
        page.onDialog(
                dialog -> {
                    alarms.add("dialog: " + dialog.message());
                    dialog.dismiss();
                });
        page.onPopup(popup -> alarms.add("popup: " + popup.url()));
        page.onPageError(error -> alarms.add("error: " + error));
    }

    /** A visitor of a server, with a window of 1,280 by 900 pixels. */
    static Visitor of(String origin, Chromium chromium) {
        return of(origin, chromium, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Visitor of(String origin, Chromium chromium, Browser.NewContextOptions options) {
        return new Visitor(origin, chromium.visitor(options));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Visitor open(String address) {
        page.navigate(address);
        return this;
    }

    /** Types a question and presses Enter. */
    Locator ask(String question) {
        int before = page.locator("article").count();
        page.getByLabel("Your question").fill(question);
        page.keyboard().press("Enter");
        Locator article = page.locator("article").nth(before);
        article.waitFor();
        return article;
    }

    /** Asks and waits for the end. */
    Locator hear(String question) {
        Locator article = ask(question);
        awaitState(article, "whole");
        return article;
    }

    void awaitState(Locator article, String state) {
        try {
            article.and(page.locator("[data-state=" + state + "]"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(LONGEST_ANSWER_MILLIS));
        } catch (TimeoutError e) {
            String text = article.textContent();
            throw new AssertionError(
                    "not %s but %s: %.500s"
                            .formatted(state, article.getAttribute("data-state"), text),
                    e);
        }
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    String announced() {
        return page.locator("#status").textContent();
    }

    String alarmed() {
        return page.locator("#alert").textContent();
    }

    /** That the page keeps the rules of WCAG 2.2 AA that a program can check. */
    void isAccessible(String state) {
        page.evaluate(AXE);
        Object found =
                page.evaluate(
                        """
                        async () => {
                          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                          const { violations } = await axe.run(document, { runOnly: tags });
                          return violations.map((it) => `${it.id}: ${it.nodes.map((node) =>
                            `${node.html} ${node.failureSummary}`).slice(0, 3).join('; ')}`);
                        }
                        """);
        assertThat((List<?>) found).as("axe while %s", state).isEmpty();
    }

    /** That nothing ran, nothing left, and nothing had to be stopped. */
    void isUnharmed() {
        assertThat(alarms).isEmpty();
        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(origin));
        assertThat(requests).noneMatch(url -> url.contains("token="));
        assertThat((List<?>) page.evaluate("() => breaches")).isEmpty();
        assertThat(page.evaluate("() => window.harmed === undefined")).isEqualTo(true);
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        context.close();
    }

    private static String axe() {
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            byte[] bytes = Objects.requireNonNull(script).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
