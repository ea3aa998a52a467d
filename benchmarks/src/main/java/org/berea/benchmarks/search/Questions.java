package org.berea.benchmarks.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.berea.benchmarks.lines.JsonLine;
import org.berea.benchmarks.lines.LineFiles;
import org.berea.contracts.InvalidValueException;

/** What is searched for, each text once. */
record Questions(List<String> texts) {
    private static final String OPTION = "--queries";
    private static final String OWN = "questions.txt";

    Questions {
        texts =
                texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
        if (texts.isEmpty()) {
            throw InvalidValueException.unshown(OPTION, "empty", "at least one question");
        }
    }

    /** Those of a file, a question a line or {@code {"query": "…"}}; else the project's own. */
    static Questions of(Optional<String> file) {
        return file.isPresent() ? read(Path.of(file.get())) : own();
    }

    int size() {
        return texts.size();
    }

    /** The same questions with something added that no earlier run can have asked. */
    Questions unheardOf() {
        int run = ThreadLocalRandom.current().nextInt(1_000, 10_000);
        return new Questions(texts.stream().map(text -> text + " " + run).toList());
    }

    private static Questions own() {
        try (InputStream stream = Questions.class.getResourceAsStream(OWN)) {
            byte[] bytes = Objects.requireNonNull(stream, OWN).readAllBytes();
            return new Questions(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(OWN, e);
        }
    }

    private static Questions read(Path file) {
        LineFiles.requireReadable(OPTION, file);
        try {
            return new Questions(Files.readAllLines(file).stream().map(Questions::text).toList());
        } catch (CharacterCodingException e) {
            throw InvalidValueException.of(OPTION, file, "text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String text(String line) {
        return line.startsWith("{") ? JsonLine.parse(line).text("query") : line;
    }
}
