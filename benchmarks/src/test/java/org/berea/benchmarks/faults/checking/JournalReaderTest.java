package org.berea.benchmarks.faults.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    @TempDir Path folder;

    @Test
    void putsTheLinesOfAQuestionTogether() throws IOException {
        Path file = folder.resolve("clients.jsonl");
        Files.writeString(
                file,
                """
                {"n":1,"at":"2026-11-24T12:00:00Z","prompt":"Why?","form":"stream","act":"stay"}
                {"n":2,"at":"2026-11-24T12:00:00Z","prompt":"How?","form":"body","act":"stay"}
                {"n":1,"at":"2026-11-24T12:00:01Z","id":"cmp_1"}
                {"n":1,"at":"2026-11-24T12:00:02Z","id":"cmp_1","event":"start"}
                {"n":1,"at":"2026-11-24T12:00:03Z","event":"done","afterMillis":35}
                {"n":1,"at":"2026-11-24T12:00:04Z","end":"done","messages":7}
                """);

        Asked first = JournalReader.asked(file).getFirst();
        Asked second = JournalReader.asked(file).getLast();

        assertThat(first.id()).isEqualTo("cmp_1");
        assertThat(first.started()).isTrue();
        assertThat(first.isDone()).isTrue();
        assertThat(first.doneAfterMillis()).isEqualTo(35);
        assertThat(Checker.waitsForTheEnd(file)).containsExactly(35L);
        assertThat(first.endedAt()).isEqualTo("2026-11-24T12:00:04Z");
        assertThat(second.end()).isEmpty();
        assertThat(second.stream()).isFalse();
    }

    @Test
    void readsWhatTheProviderWasAsked() throws IOException {
        Path file = folder.resolve("provider.jsonl");
        Files.writeString(
                file,
                """
                {"number":1,"receivedAt":"2026-11-24T12:00:00Z","finishedAt":"2026-11-24T12:00:01Z",\
                "messages":[{"role":"system","content":"Answer."},{"role":"user","content":"Why?"}],\
                "producedTokens":12,"outcome":"cancelled"}
                """);

        Call call = JournalReader.calls(file).getFirst();

        assertThat(call.prompt()).isEqualTo("Why?");
        assertThat(call.producedTokens()).isEqualTo(12);
        assertThat(call.outcome()).isEqualTo("cancelled");
    }
}
