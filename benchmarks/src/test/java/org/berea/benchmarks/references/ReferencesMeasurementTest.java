package org.berea.benchmarks.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.berea.benchmarks.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ReferencesMeasurementTest {
    @TempDir Path folder;
    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void name() {
        input = folder.resolve("in.jsonl");
        output = folder.resolve("out.jsonl");
    }

    @Test
    void writesTheVersesOfEveryTextInTheOrderInWhichTheyAppear() throws IOException {
        Files.writeString(
                input,
                """
                {"id": "a", "text": "Rom 8:28–30 and John 3:16; again Romans 8:29", "more": 1}

                {"id": 7, "text": "no reference at all"}
                {"id": "c", "text": "Romans 17:1, and Jude 3"}
                """);

        var typed = measure();

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(Files.readString(output))
                .isEqualTo(
                        """
                        {"id":"a","verses":[["ROM",8,28],["ROM",8,29],["ROM",8,30],["JHN",3,16]]}
                        {"id":7,"verses":[]}
                        {"id":"c","verses":[["JUD",1,3]]}
                        """);
        assertThat(typed.out())
                .contains(
                        "3 lines, 5 references in them: 4 resolved, 1 nonexistent, 0 without a"
                                + " book")
                .containsPattern("\\d+ lines per second");
    }

    @Test
    void namesEveryBadLineAndItsFieldAndWritesNothing() throws IOException {
        Files.writeString(output, "from before");
        Files.writeString(
                input,
                """
                {"id": "a", "text": "John 3:16"}
                {"id": "b"}
                {"id": ["c"], "text": "John 3:16"}
                {"id": "d", "text": 5}
                [1]
                {"id": "e", "text":
                """);

        var typed = measure();

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo("line 2: text: missing (expected: a text)"),
                        line -> assertThat(line).startsWith("line 3: id: array (expected: "),
                        line ->
                                assertThat(line)
                                        .isEqualTo("line 4: text: number (expected: a text)"),
                        line -> assertThat(line).startsWith("line 5: line: '[1]' (expected: "),
                        line -> assertThat(line).startsWith("line 6: line: not JSON"));
        assertThat(output).hasContent("from before");
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void refusesAnInputThatIsNotText() throws IOException {
        Files.write(input, new byte[] {'{', (byte) 0xFF, '}', '\n'});

        var typed = measure();

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--input", "(expected: text in UTF-8)");
        assertThat(output).doesNotExist();
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        var typed = measure();

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("in.jsonl' (expected: a file that can be read)");
    }

    @Test
    void doesNotWriteOverItsInput() throws IOException {
        Files.writeString(input, "{\"id\": \"a\", \"text\": \"John 3:16\"}");
        output = folder.resolve("./in.jsonl");

        assertThat(measure().code()).isEqualTo(2);
        assertThat(input).content().startsWith("{\"id\"");
    }

    private Typed measure() {
        return Typed.measure(
                "references", "--input", input.toString(), "--output", output.toString());
    }
}
