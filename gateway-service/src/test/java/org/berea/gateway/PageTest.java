package org.berea.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web client: open to everybody, while everything else stays shut. */
@ExtendWith(Running.class)
final class PageTest {
    private final Gateway gateway;

    PageTest(Running.Suite suite) {
        this.gateway = suite.gateway();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/web/main.js, text/javascript",
        "/web/vendor/marked.esm.js, text/javascript",
        "/web/style.css, text/css",
        "/web/icon.svg, image/svg+xml",
        "/web/settings.json, application/json",
        "/docs, text/html;charset=UTF-8",
        "/web/docs/docs.js, text/javascript",
        "/openapi.json, application/json",
    })
    void servesItsFilesToEverybody(String path, String type) throws Exception {
        var answer = gateway.send(gateway.request(path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(gateway.send(gateway.request(path).HEAD()).status()).isEqualTo(200);
    }

    @Test
    void sendsAFileOnceAndSmall() throws Exception {
        var zipped = bytes("/web/main.js", "Accept-Encoding", "br, gzip");
        var plain = bytes("/web/main.js", "Accept-Encoding", "identity");
        String version = plain.headers().firstValue("ETag").orElseThrow();
        var again = bytes("/web/main.js", "If-None-Match", version);

        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unzipped(zipped.body())).isEqualTo(new String(plain.body(), UTF_8));
        assertThat(zipped.body().length).isLessThan(plain.body().length);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void weighsLessThanFortyKilobytesAsItIsSent() throws Exception {
        int weight = bytes("/", "Accept-Encoding", "gzip").body().length;
        var root = Objects.requireNonNull(PageTest.class.getResource("/META-INF/resources/web/"));
        for (String name : names(root)) {
            weight += bytes("/web/" + name, "Accept-Encoding", "gzip").body().length;
        }

        assertThat(weight).isBetween(20 * 1024, 40 * 1024);
    }

    @Test
    void sendsModulesWithoutTheirComments() throws Exception {
        String module = gateway.send(gateway.request("/web/run.js")).response().body();

        assertThat(module).contains("export class Run").doesNotContain("/**").doesNotContain("* @");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/webjars/marked/17.0.1/lib/marked.esm.js",
                "/ai/quota",
                "/ai/translations",
                "/actuator/health",
                "/actuator/prometheus",
                "/csp-reports",
                "/docs/index.html",
                "/openapi.yml",
                "/error",
                "/favicon.ico"
            })
    void opensNothingElse(String path) throws Exception {
        assertThat(gateway.send(gateway.request(path)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/main.js", "/ai/completions", "/csp-reports/x"})
    void takesNothingFromStrangers(String path) throws Exception {
        var posted = gateway.request(path).POST(BodyPublishers.ofString("{}"));

        assertThat(gateway.send(posted).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web",
                "/web/nothing.js",
                "/web/application.yml",
                "/web/org/berea/gateway/x.class"
            })
    void knowsNoFilesButThePages(String path) throws Exception {
        assertThat(gateway.send(gateway.request(path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/style.css", "/web/nothing", "/ai/quota", "/a//b", "/a;b"})
    void putsItsHeadersOnEveryResponse(String path) throws Exception {
        var headers = gateway.send(gateway.request(path)).response().headers();

        String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'", "trusted-types 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void putsItsHeadersOnWhatServicesAnswerToo() throws Exception {
        var answer = gateway.send(gateway.ask("", "headers"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void countsWhatBrowsersReport() throws Exception {
        double images = breaches("img-src");
        double others = breaches("other");

        report("{\"csp-report\":{\"effective-directive\":\"img-src\"}}");
        report("{\"csp-report\":{\"effective-directive\":\"made up by somebody\"}}");
        report("no json at all");
        report("");

        assertThat(breaches("img-src")).isEqualTo(images + 1);
        assertThat(breaches("other")).isEqualTo(others + 3);
        assertThat(gateway.metrics()).doesNotContain("made up");
    }

    @Test
    void refusesReportsThatAreTooLarge() throws Exception {
        var large =
                gateway.request("/csp-reports").POST(BodyPublishers.ofByteArray(new byte[20_000]));

        assertThat(gateway.send(large).status()).isEqualTo(413);
    }

    private static List<String> names(URL folder) throws IOException {
        try (var jar = ((JarURLConnection) folder.openConnection()).getJarFile()) {
            String start = "META-INF/resources/web/";
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(start) && name.contains("."))
                    .map(name -> name.substring(start.length()))
                    .filter(name -> !name.equals("index.html") && !name.startsWith("docs/"))
                    .toList();
        }
    }

    private void report(String body) throws Exception {
        var request =
                gateway.request("/csp-reports")
                        .header("Content-Type", "application/csp-report")
                        .POST(BodyPublishers.ofString(body));
        assertThat(gateway.send(request).status()).isEqualTo(204);
    }

    private double breaches(String directive) throws Exception {
        return gateway.counted("berea_page_breaches_total", "directive=\"" + directive + "\"");
    }

    private HttpResponse<byte[]> bytes(String path, String header, String value)
            throws IOException, InterruptedException {
        return gateway.http()
                .send(
                        gateway.request(path).header(header, value).build(),
                        BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] content) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
