package org.berea.localstack.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImportCommandTest {
    private static final String JSON = "application/json";
    private static final String STATE =
            """
            {"importId":"i","code":"TST","name":"Test","books":1,"chapters":2,"verses":30,"published":%d,\
            "total":2,"status":"%s","startedAt":"2026-11-24T10:00:00Z"}\
            """;
    private static final String REFERENCES_STATE =
            """
            {"importId":"i","source":"A friend","references":900,"unknown":3,"published":%d,\
            "total":2,"status":"%s","startedAt":"2026-11-24T10:00:00Z"}\
            """;
    private static final String NONE = "{\"translations\":[]}";
    private static final String ALL =
            "{\"translations\":[{\"code\":\"TST\",\"name\":\"T\",\"language\":\"en\",\"licence\":\"free\",\"verses\":30}]}";
    private static final String NOT_FOUND =
            "{\"type\":\"urn:berea:problem:not-found\",\"title\":\"No\",\"status\":404,\"detail\":\"no\"}";

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void importsAFileAndWaitsUntilItIsSearchable() throws Exception {
        String file = file("test.usfm", "\uFEFF\n\\id GEN");
        try (var gateway =
                new GatewayScript()
                        .answering(404, JSON, NOT_FOUND)
                        .answering(202, JSON, STATE.formatted(0, "publishing"))
                        .answering(200, JSON, STATE.formatted(2, "published"))
                        .answering(200, JSON, NONE)
                        .answering(200, JSON, ALL)) {
            assertThat(run(gateway, file, "--translation", "TST", "--name", "A Test & more"))
                    .isZero();

            assertThat(text(out))
                    .isEqualTo(
                            """
                            Sending test.usfm (1 KB) ...
                              0 of 2 chapters passed on
                              0 of 30 verses searchable
                            Test (TST) is loaded: 1 books, 2 chapters, 30 verses
                            It is found by its words now, and by its meaning once it is embedded.
                            """);
            var sent = gateway.asked.get(1);
            assertThat(sent.line())
                    .isEqualTo("PUT /admin/translations/TST?name=A%20Test%20%26%20more");
            assertThat(sent.type()).startsWith("text/plain");
            assertThat(sent.body()).asString().endsWith("\\id GEN");
        }
    }

    @Test
    void saysThatAReplacementServesLater() throws Exception {
        String file = file("test.usfm", "\\id GEN");
        try (var gateway =
                new GatewayScript()
                        .answering(200, JSON, STATE.formatted(2, "published"))
                        .answering(202, JSON, STATE.formatted(2, "published"))
                        .answering(200, JSON, ALL)) {
            assertThat(run(gateway, file, "--translation", "TST")).isZero();

            assertThat(text(out)).contains("It takes the place of the earlier text once it is");
        }
    }

    @Test
    void importsCrossReferencesAndTellsHowFarItIs() throws Exception {
        String file = file("refs.zip", "PK\3\4 and more");
        try (var gateway =
                new GatewayScript()
                        .answering(202, JSON, REFERENCES_STATE.formatted(0, "publishing"))
                        .answering(200, JSON, REFERENCES_STATE.formatted(1, "publishing"))
                        .answering(200, JSON, REFERENCES_STATE.formatted(2, "published"))) {
            assertThat(run(gateway, "--cross-references", file, "--source=A friend")).isZero();

            assertThat(text(out))
                    .isEqualTo(
                            """
                            Sending refs.zip (1 KB) ...
                              0 of 2 chapters passed on
                              1 of 2 chapters passed on
                            900 cross references (A friend) are loaded; search shows them within seconds
                            3 were left out: their verses do not exist
                            """);
            var sent = gateway.asked.getFirst();
            assertThat(sent.line()).isEqualTo("PUT /admin/cross-references?source=A%20friend");
            assertThat(sent.type()).isEqualTo("application/zip");
        }
    }

    @Test
    void saysWhatIsExpectedInsteadOfAnotherFile() throws Exception {
        String usfm = file("a.usfm", "\\id GEN");
        String references = file("a.txt", "From Verse\tTo Verse\tVotes\n");
        String other = file("a.pdf", "%PDF-1.7");
        String empty = file("empty.usfm", "");
        String bible = " (expected: a USFM file, or a zip of them)";

        assertRefused("'" + folder + "' is a folder" + bible, folder.toString());
        assertRefused("'nowhere' is not there" + bible, "nowhere");
        assertRefused("'" + empty + "' is empty" + bible, empty);
        assertRefused("'" + other + "' does not begin with \\id" + bible, other);
        assertRefused("holds cross references (expected: ./berea import --cross-", references);
        assertRefused("is USFM (expected: ./berea import FILE", "--cross-references", usfm);
        assertRefused("begin with 'From Verse' (expected: cross", "--cross-references", other);
        assertRefused("is a folder (expected: cross", "--cross-references", folder.toString());
    }

    @Test
    void refusesOptionsThatDoNotBelong() throws Exception {
        String usfm = file("a.usfm", "\\id GEN");
        String references = file("a.txt", "From Verse\tTo Verse\tVotes\n");

        assertRefused("--translation CODE is needed", usfm);
        assertRefused("'--source' is not understood", usfm, "--source", "x");
        assertRefused(
                "'--name' is not understood", "--cross-references", references, "--name", "x");
        assertRefused("'x' is not understood", "x", "--cross-references", references);
    }

    private void assertRefused(String message, String... words) {
        err.reset();
        var all = Stream.concat(Stream.of("import"), Stream.of(words)).toList();
        assertThat(new Commands(stream(out), stream(err)).run(all)).isEqualTo(2);
        assertThat(text(err)).contains(message);
    }

    private int run(GatewayScript gateway, String... words) {
        var all =
                Stream.of(
                                Stream.of("import"),
                                Stream.of(words),
                                Stream.of("--port", gateway.port()),
                                Stream.of("--data", folder.resolve("d").toString()))
                        .flatMap(part -> part)
                        .toList();
        return new Commands(stream(out), stream(err)).run(List.copyOf(all));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
