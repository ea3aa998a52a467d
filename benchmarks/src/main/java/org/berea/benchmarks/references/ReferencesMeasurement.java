package org.berea.benchmarks.references;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.Terminal;
import org.berea.localstack.commands.UsageException;

/** Reads texts, a JSON object a line, and writes which verses each of them refers to. */
public final class ReferencesMeasurement {
    private static final String INPUT = "--input";
    private static final String OUTPUT = "--output";
    private static final int BAD_INPUT = 2;

    private final Terminal terminal;

    public ReferencesMeasurement(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the output only when every line of the input is good; names every line that is not.
     *
     * @param words {@code --input FILE --output FILE}
     * @return the exit code
     */
    public int run(List<String> words) {
        var arguments = Arguments.parse(words, Set.of(INPUT, OUTPUT), Set.of());
        arguments.requireNoPlain();
        Path input = file(arguments, INPUT);
        Path output = file(arguments, OUTPUT);
        if (!Files.isReadable(input) || Files.isDirectory(input)) {
            throw InvalidValueException.of(INPUT, input, "a file that can be read");
        }
        if (input.equals(output)) {
            throw InvalidValueException.of(OUTPUT, output, "another file than the input");
        }
        try {
            return measure(input, output);
        } catch (CharacterCodingException e) {
            throw InvalidValueException.of(INPUT, input, "text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("the files cannot be read and written", e);
        }
    }

    private int measure(Path input, Path output) throws IOException {
        // A file that is cut off never stands where a whole one is looked for.
        Path unfinished = output.resolveSibling(output.getFileName() + ".unfinished");
        try (BufferedReader lines = Files.newBufferedReader(input)) {
            var evaluation = new Evaluation(terminal.err());
            try (var writer = Files.newBufferedWriter(unfinished)) {
                evaluation.run(lines, writer);
            }
            if (evaluation.hasBadLines()) {
                return BAD_INPUT;
            }
            Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
            terminal.out().println(evaluation.summary());
            return 0;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Path file(Arguments arguments, String option) {
        return arguments
                .value(option)
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name).toAbsolutePath().normalize())
                .orElseThrow(() -> new UsageException(option + " FILE is missing"));
    }
}
