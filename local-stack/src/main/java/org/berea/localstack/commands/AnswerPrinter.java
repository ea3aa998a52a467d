package org.berea.localstack.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.problem.Problem;

/** Shows an answer as it comes in, and its notices and sources after it. */
final class AnswerPrinter {
    private static final String DONE = "[DONE]";

    private final PrintStream out;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Degradation> degraded = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private boolean done;

    AnswerPrinter(PrintStream out) {
        this.out = out;
    }

    /**
     * Takes the next event.
     *
     * @throws CommandFailedException when the answer broke off
     */
    void accept(ServerSentEvent event) {
        switch (event.name()) {
            case "message" -> text(event.data());
            case "sources" -> sources(read(event, AnswerEvent.Sources.class));
            case "notice" -> notices.add(read(event, Notice.class));
            case "error" -> fail(read(event, Problem.class));
            default -> {} // start, citation, usage: nothing that a reader needs to see
        }
    }

    /** Whether the answer came to its honest end. */
    boolean isDone() {
        return done;
    }

    /** Shows what belongs under the answer. */
    void finish() {
        out.println();
        if (!notices.isEmpty() || !degraded.isEmpty()) {
            out.println();
        }
        notices.forEach(notice -> say("Note: " + notice.detail()));
        if (!degraded.isEmpty()) {
            say(
                    "Degraded: "
                            + String.join(
                                    ", ", degraded.stream().map(Degradation::label).toList()));
        }
        if (!passages.isEmpty()) {
            out.println();
            say("Sources");
            passages.forEach(this::show);
        }
    }

    private void text(String data) {
        if (data.equals(DONE)) {
            done = true;
            return;
        }
        out.print(
                Printable.of(GatewayClient.JSON.readValue(data, AnswerEvent.Token.class).token()));
        out.flush();
    }

    private void sources(AnswerEvent.Sources sources) {
        passages.addAll(sources.passages());
        degraded.addAll(sources.degraded());
    }

    private void fail(Problem problem) {
        out.println();
        throw new CommandFailedException(GatewayClient.words(problem));
    }

    private void show(Passage passage) {
        say("  " + passage.label() + " (" + passage.translation() + ")");
        passage.verses().forEach(this::show);
    }

    private void show(Verse verse) {
        say("    " + numbers(verse.ref()) + " " + verse.text());
    }

    /** What stands behind book and chapter: {@code 28}, or {@code 28-29} for two printed as one. */
    private static String numbers(String ref) {
        String[] parts = ref.split("\\.", 3);
        return parts[parts.length - 1];
    }

    private void say(String line) {
        out.println(Printable.of(line));
    }

    private static <T> T read(ServerSentEvent event, Class<T> type) {
        return GatewayClient.JSON.readValue(event.data(), type);
    }
}
