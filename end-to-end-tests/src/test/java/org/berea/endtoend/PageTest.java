package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page in a real browser, with a server that says what no gateway would. */
@EnabledIf(value = Chromium.PRESENT, disabledReason = Chromium.ABSENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final String TWO =
            """
            [{"ref":"ROM.8.27-29","label":"Romans 8:27\u201329","translation":"BST","score":0.8,"reason":"reference",\
            "verses":[{"ref":"ROM.8.27","text":"One."},{"ref":"ROM.8.28","text":"Two."},{"ref":"ROM.8.29","text":"Three."}]},\
            {"ref":"PSA.23.1","label":"Psalm 23:1","translation":"BST","score":0.4,"reason":"vector",\
            "verses":[{"ref":"PSA.23.1","text":"Four."}]}]""";

    private Chromium chromium;
    private PageServer server;
    private Visitor visitor;

    @BeforeAll
    void launch() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void open() {
        server = new PageServer();
        visitor = Visitor.of(server.address(), chromium).open(server.signedIn());
    }

    @AfterEach
    void leave() {
        visitor.close();
        server.close();
    }

    @AfterAll
    void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void readsEventsAsTheStandardHasThem() {
        Object wrong =
                visitor.page()
                        .evaluate(
                                """
                                async () => {
                                  const { EventParser, eventsOf } = await import('/web/event-reader.js');
                                  const cases = [
                                    [['data: a\\n\\n'], [['message', 'a', '']]],
                                    [['data: a\\r\\n\\r\\n'], [['message', 'a', '']]],
                                    [['data: a\\r\\r'], [['message', 'a', '']]],
                                    [['data: a\\r', '\\n\\r', '\\n'], [['message', 'a', '']]],
                                    [['data: a\\r', '\\ndata: b\\r', '\\n\\r\\n'], [['message', 'a\\nb', '']]],
                                    [['da', 'ta:', ' a', '\\n', '\\n'], [['message', 'a', '']]],
                                    [['data:a\\n\\ndata:  b\\n\\n'], [['message', 'a', ''], ['message', ' b', '']]],
                                    [['data: YHOO\\ndata: +2\\ndata: 10\\n\\n'], [['message', 'YHOO\\n+2\\n10', '']]],
                                    [[': test\\n\\ndata: first\\nid: 1\\n\\ndata:second\\nid\\n\\ndata:  third\\n\\n'],
                                      [['message', 'first', '1'], ['message', 'second', ''], ['message', ' third', '']]],
                                    [['data\\n\\ndata\\ndata\\n\\ndata:'], [['message', '', ''], ['message', '\\n', '']]],
                                    [['data:test\\n\\ndata: test\\n\\n'], [['message', 'test', ''], ['message', 'test', '']]],
                                    [['event: x\\n\\ndata: a\\n\\n'], [['message', 'a', '']]],
                                    [['event: x\\nid: 7\\ndata: {"a":1}\\n\\n'], [['x', '{"a":1}', '7']]],
                                    [['id: 1\\u0000\\ndata: a\\n\\n'], [['message', 'a', '']]],
                                    [['id: 3\\n\\ndata: a\\n\\n'], [['message', 'a', '3']]],
                                    [['other: x\\nDATA: no\\ndata: a\\n\\n'], [['message', 'a', '']]],
                                    [['data: never ended\\n'], []],
                                    [[''], []],
                                  ];
                                  const wrong = [];
                                  for (const [pieces, expected] of cases) {
                                    const parser = new EventParser();
                                    const events = pieces.flatMap((it) => parser.take(it)).map((it) => [it.event, it.data, it.id]);
                                    if (JSON.stringify(events) !== JSON.stringify(expected)) {
                                      wrong.push(JSON.stringify([pieces, events]));
                                    }
                                  }
                                  const bytes = new TextEncoder().encode('\\ufeffdata: \\u05e9\\ud83d\\ude00\\n\\n');
                                  const body = new ReadableStream({ start(to) { bytes.forEach((it) => to.enqueue(Uint8Array.of(it))); to.close(); } });
                                  const read = [];
                                  for await (const event of eventsOf(body)) { read.push(event.data); }
                                  if (read.join() !== '\\u05e9\\ud83d\\ude00') { wrong.push(JSON.stringify(read)); }
                                  return wrong;
                                }
                                """);

        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void runsNothingThatAnAnswerSays() throws Exception {
        String hostile =
                """
                <img src=x onerror="window.harmed=1"> <script>window.harmed=2</script>

                [click](javascript:window.harmed=3) ![pixel](http://127.0.0.1:9/steal?x=1) <http://127.0.0.1:9/auto>

                | a | b |
                |---|---|
                | <svg onload=alert(1)> | [x]: javascript:alert(2) |

                > <iframe src="javascript:alert(3)"></iframe>
                > > %s deep

                <div onclick="alert(4)">block</div>

                ```html
                </code><img src=x onerror=alert(5)>
                ```

                \u001b[31mred\u001b[0m \u202egnihton\u202c \u2066x\u2069 &lt;b&gt; \\<b\\> http://127.0.0.1:9/bare
                """
                        .formatted("> ".repeat(3_000));
        server.answering(
                events -> {
                    events.begin(hostilePassage());
                    events.send(
                            "citation",
                            "{\"text\":\"<b>deep</b>\",\"ref\":\"ROM.8.28\",\"passage\":0}");
                    events.send(
                            "notice",
                            "{\"code\":\"new-one\",\"detail\":\"<img src=x onerror=alert(6)>\"}");
                    for (String line : hostile.split("(?<=\n)")) {
                        events.token(line);
                    }
                    events.done();
                });

        Locator article = visitor.hear("<img src=x onerror=window.harmed=9>");
        article.locator(".source").click();
        String text = article.locator(".answer").textContent();

        assertThat(text).contains("<img src=x onerror=", "[click](javascript:", "red", "gnihton");
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").doesNotContain("\u2066");
        assertThat(visitor.page().locator("#verse-panel").textContent()).contains("<script>");
        assertThat(article.locator("img, script, iframe, svg, a, form, style").count()).isZero();
        visitor.isUnharmed();
    }

    @Test
    void linksWhatIsAnnouncedAndNothingElse() {
        server.answering(
                events -> {
                    events.begin(TWO);
                    cite(events, "Romans 8:28", "ROM.8.28", 0);
                    events.token("See **Romans** 8:28 and Romans 8:280. ");
                    cite(events, "verse 29", "ROM.8.29", 0);
                    cite(events, "verses 27, 29", "ROM.8.27", 0);
                    cite(events, "verses 27, 29", "ROM.8.29", 0);
                    events.token("Then verse 29; then verses 27, 29. ");
                    cite(events, "verse 29", "PSA.23.1", 1);
                    events.token("Again verse 29. ");
                    cite(events, "Luke 1:1", "LUK.1.1", 7);
                    events.token("And Luke 1:1, and Mark 1:1.");
                    events.done();
                });

        Locator article = visitor.hear("What?");
        Locator links = article.locator(".reference");

        assertThat(links.allTextContents())
                .containsExactly("Romans 8:28", "verse 29", "verses 27, 29", "verse 29");
        assertThat(article.locator(".used:visible").count()).isEqualTo(2);
        links.nth(2).click();
        assertThat(visitor.page().locator("#verse-panel mark").allTextContents())
                .containsExactly("One.", "Three.");
        links.nth(3).click();
        assertThat(visitor.page().locator("#verse-panel mark").allTextContents())
                .containsExactly("Four.");
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.page().locator("#verse-panel").isVisible()).isFalse();
        links.nth(0).hover();
        visitor.page().locator("#verse-panel").waitFor();
        visitor.isUnharmed();
    }

    @Test
    void goesOnWhereItWasWhenTheServerCan() {
        server.answering(
                        events -> {
                            events.begin(TWO);
                            events.token("First half. ");
                        })
                .resuming(
                        events -> {
                            events.token("Second half.");
                            events.done();
                        });

        Locator article = visitor.hear("What?");

        assertThat(article.locator(".answer").textContent()).isEqualTo("First half. Second half.");
        assertThat(server.seen())
                .contains("GET /ai/completions/cmp_0123456789abcdef0123456789abcdef 2")
                .filteredOn(it -> it.startsWith("POST"))
                .hasSize(1);
    }

    @Test
    void saysSoWhenAnAnswerIsLost() {
        server.answering(
                events -> {
                    events.begin(TWO);
                    events.token("First half. ");
                });

        Locator article = visitor.ask("What?");
        visitor.awaitState(article, "broken");

        assertThat(article.locator(".about").textContent()).contains("it is not whole");
        assertThat(visitor.alarmed()).contains("was lost", "What had come is kept");
        assertThat(article.locator(".answer").textContent()).contains("First half.");
        assertThat(visitor.button("Ask again").isVisible()).isTrue();
        assertThat(server.seen()).filteredOn(it -> it.startsWith("POST")).hasSize(1);
        visitor.isAccessible("an answer was lost");
        visitor.isUnharmed();
    }

    @Test
    void aReloadKeepsWhatCameAndTellsWhatIsMissing() {
        var reloaded = new CountDownLatch(1);
        server.answering(
                events -> {
                    events.begin(TWO);
                    events.token("First half. ");
                    reloaded.await(20, TimeUnit.SECONDS);
                });
        visitor.ask("What?").getByText("First half.").waitFor();

        visitor.page().reload();
        Locator article = visitor.page().locator("article");
        visitor.awaitState(article, "broken");
        reloaded.countDown();

        assertThat(article.locator(".question").textContent()).isEqualTo("What?");
        assertThat(article.locator(".answer").textContent()).contains("First half.");
        assertThat(article.locator(".trouble").textContent()).contains("does not have it any more");
        assertThat(visitor.page().url()).contains("#answer=cmp_").doesNotContain("token");
    }

    @Test
    void neitherFocusNorSelectionIsLostWhileTextGrows() {
        var next = new CountDownLatch(1);
        server.answering(
                events -> {
                    events.begin(TWO);
                    cite(events, "Psalm 23:1", "PSA.23.1", 1);
                    events.token("See Psalm 23:1. ");
                    next.await(20, TimeUnit.SECONDS);
                    for (int i = 0; i < 200; i++) {
                        events.token("More and *more*. ");
                    }
                    events.token("\n\nA new paragraph.");
                    events.done();
                });
        Locator article = visitor.ask("What?");
        article.locator(".reference").focus();
        next.countDown();
        visitor.awaitState(article, "whole");

        assertThat(visitor.page().evaluate("document.activeElement.textContent"))
                .isEqualTo("Psalm 23:1");
        assertThat(article.locator(".answer p").count()).isEqualTo(2);
    }

    @Test
    void peopleSignInWithTheIssuerByTheirBrowser() {
        String token = server.signedIn().replaceAll(".*#token=", "");
        try (var issuer = new Issuer(token)) {
            server.signingInWith(issuer);
            try (var stranger = Visitor.of(server.address(), chromium)) {
                stranger.open(server.address());
                stranger.button("Sign in").click();
                stranger.page().getByText("alice until").waitFor();

                assertThat(stranger.page().url()).isEqualTo(server.address() + "/");
                assertThat(issuer.refused()).isEmpty();
                assertThat(stranger.requests()).noneMatch(url -> url.contains(token));
                assertThat((List<?>) stranger.page().evaluate("() => breaches")).isEmpty();
            }
        }
    }

    @Test
    void anAnswerOfTheIssuerThatNobodyAskedForIsNoSignIn() {
        try (var issuer = new Issuer("e30.e30.e30")) {
            server.signingInWith(issuer);
            try (var victim = Visitor.of(server.address(), chromium)) {
                victim.open(server.address() + "/?code=stolen&state=forged");

                victim.page().getByText("Signing in did not work").waitFor();
                assertThat(victim.page().url()).isEqualTo(server.address() + "/");
                assertThat(issuer.refused()).isEmpty();
            }
        }
    }

    @Test
    void textOfAnyScriptKeepsItsDirection() {
        server.answering(
                events -> {
                    events.begin("[]");
                    events.token(
                            "\u05d1\u05e8\u05d0\u05e9\u05d9\u05ea \u05d1\u05e8\u05d0.\n\nIn the beginning.");
                    events.done();
                });

        Locator article = visitor.hear("\u05de\u05d4 \u05e0\u05db\u05ea\u05d1?");
        String direction = "it => getComputedStyle(it).direction";

        assertThat(article.locator(".question").evaluate(direction)).isEqualTo("rtl");
        assertThat(article.locator(".answer p").nth(0).evaluate(direction)).isEqualTo("rtl");
        assertThat(article.locator(".answer p").nth(1).evaluate(direction)).isEqualTo("ltr");
    }

    @Test
    void printsTheAnswerAndItsSourcesWithoutWhatOnlyAScreenCanUse() {
        answeringWhole();
        Locator article = visitor.hear("What?");

        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(article.locator(".question").isVisible()).isTrue();
        assertThat(article.getByText("Four is said").isVisible()).isTrue();
        assertThat(article.locator(".source").first().isVisible()).isTrue();
        assertThat(visitor.page().locator("#ask").isVisible()).isFalse();
        assertThat(visitor.page().locator("#who").isVisible()).isFalse();
        assertThat(visitor.button("Copy with references").isVisible()).isFalse();
        assertThat(
                        article.locator(".reference")
                                .evaluate("it => getComputedStyle(it).textDecorationLine"))
                .isEqualTo("none");
    }

    @Test
    void movesNothingForWhomMotionIsTooMuch() {
        String behaviour = "getComputedStyle(document.documentElement).scrollBehavior";
        Page page = visitor.page();

        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.evaluate(behaviour)).isEqualTo("auto");
        assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);

        page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(page.evaluate(behaviour)).isEqualTo("smooth");
    }

    @Test
    void readsSentencesAloudOnlyWhenAskedToAndOnlyWholeOnes() {
        var rest = new CountDownLatch(1);
        server.answering(
                events -> {
                    events.begin(TWO);
                    events.token("The first is *whole*. ");
                    events.token("The second is ");
                    rest.await(20, TimeUnit.SECONDS);
                    events.token("not yet.");
                    events.done();
                });
        Locator heard = visitor.page().locator("#sentences p");
        visitor.page().getByLabel("Announce sentences").check();

        Locator article = visitor.ask("What?");
        heard.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(heard.allTextContents()).containsExactly("The first is whole. ");
        rest.countDown();
        visitor.awaitState(article, "whole");
        assertThat(heard.allTextContents())
                .containsExactly("The first is whole. ", "The second is not yet.");

        visitor.page().getByLabel("Announce sentences").uncheck();
        visitor.hear("And again?");
        assertThat(heard.count()).isZero();
        assertThat(visitor.announced()).isEqualTo("Answer ready, 2 sources");
    }

    @Test
    void copiesAnAnswerWithItsReferencesAndTheirLicence() {
        visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        answeringWhole();
        visitor.hear("What?");

        visitor.button("Copy with references").click();
        visitor.button("Copied").waitFor();

        assertThat(visitor.page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo(
                        """
                        Four is said (Psalm 23:1).

                        Sources
                        Psalm 23:1 (BST)

                        BST: Sample. free""");
    }

    @Test
    void aVerseLeadsToOtherTranslationsAndRelatedPassages() {
        server.showing(
                """
                {"passages":[{"ref":"PSA.23.1","label":"Psalm 23:1","translation":"BST","score":1,"reason":"reference",\
                "verses":[{"ref":"PSA.23.1","text":"Four."}]},\
                {"ref":"PSA.23.1","label":"Psalm 23:1","translation":"TST","score":1,"reason":"reference",\
                "verses":[{"ref":"PSA.23.1","text":"Four, in other words."}]}],\
                "related":[{"ref":"JHN.10.11","label":"John 10:11","votes":99}],"relatedSource":"somebody, CC BY"}""");
        answeringWhole();
        visitor.hear("What?").locator(".reference").click();
        Locator panel = visitor.page().locator("#verse-panel");

        panel.getByText("Psalm 23:1 (TST)").click();
        assertThat(panel.getByText("Four, in other words.").isVisible()).isTrue();
        assertThat(panel.getByText("Cross references: somebody, CC BY").isVisible()).isTrue();
        visitor.isAccessible("a verse shows all there is");
        panel.getByText("John 10:11").click();

        panel.getByText("A cross reference leads here.").waitFor();
        assertThat(panel.locator("h2").textContent()).contains("John 10:11");
        assertThat(server.seen())
                .contains("GET /ai/passages/PSA.23.1", "GET /ai/passages/JHN.10.11");
    }

    @Test
    void saysThatTheNetworkIsAwayAndKeepsTheQuestion() {
        visitor.page().getByText("alice until").waitFor();
        visitor.context().setOffline(true);

        Locator article = visitor.ask("What?");
        visitor.awaitState(article, "refused");

        assertThat(visitor.alarmed())
                .contains("You seem to be offline", "Your question is kept", "Ask again");
        visitor.isAccessible("the network is away");
        visitor.context().setOffline(false);
        answeringWhole();
        visitor.button("Ask again").click();
        visitor.awaitState(visitor.page().locator("article").nth(1), "whole");
    }

    @Test
    void isAsReadableInTheDark() {
        visitor.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(visitor.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(25, 26, 27)");
        answeringWhole();
        Locator article = visitor.hear("What?");
        visitor.isAccessible("an answer is whole in the dark");
        article.locator(".reference").click();
        visitor.page().locator("#verse-panel").waitFor();
        visitor.isAccessible("a verse is open in the dark");
        visitor.page().keyboard().press("Escape");

        server.answering(
                events -> {
                    events.begin(TWO);
                    events.token("Half. ");
                    events.send(
                            "error",
                            "{\"type\":\"urn:berea:problem:interrupted\",\"detail\":\"broke off\"}");
                });
        visitor.awaitState(visitor.ask("And then?"), "broken");
        visitor.isAccessible("an answer broke off in the dark");
    }

    private void answeringWhole() {
        server.answering(
                events -> {
                    events.begin(TWO);
                    cite(events, "Psalm 23:1", "PSA.23.1", 1);
                    events.token("Four is said (Psalm 23:1). ");
                    events.done();
                });
    }

    private static void cite(PageServer.Events events, String text, String ref, int passage)
            throws IOException {
        events.send(
                "citation",
                "{\"text\":\"%s\",\"ref\":\"%s\",\"passage\":%d}".formatted(text, ref, passage));
    }

    private static String hostilePassage() {
        return """
        [{"ref":"ROM.8.28","label":"<b onmouseover=alert(7)>Romans</b>","translation":"BST","score":1,"reason":"reference",\
        "verses":[{"ref":"ROM.8.28","text":"<script>window.harmed=4</script> [x](javascript:alert(8)) \\u202e"}]}]""";
    }
}
