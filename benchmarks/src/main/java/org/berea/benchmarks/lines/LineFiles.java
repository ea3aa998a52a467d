package org.berea.benchmarks.lines;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.localstack.commands.Arguments;
import org.berea.localstack.commands.UsageException;

/** The file an evaluation reads and the one it writes. */
public record LineFiles(Path input, Path output) {
    public static final String INPUT = "--input";
    public static final String OUTPUT = "--output";

    /** Something to do with every line of an input. */
    @FunctionalInterface
    public interface Work {
        /** Returns the exit code; empty when nothing is to be written for a bad input. */
        Optional<Integer> run(BufferedReader lines, BufferedWriter results)
                throws IOException, InterruptedException;
    }

    private static final int BAD_INPUT = 2;

    /**
     * Takes both from {@code --input FILE --output FILE}.
     *
     * @throws UsageException when one is missing
     * @throws InvalidValueException when the input cannot be read or is the output too
     */
    public static LineFiles of(Arguments arguments) {
        var files = new LineFiles(file(arguments, INPUT), file(arguments, OUTPUT));
        requireReadable(INPUT, files.input);
        if (files.input.equals(files.output)) {
            throw InvalidValueException.of(OUTPUT, files.output, "another file than the input");
        }
        return files;
    }

    /**
     * Refuses a folder, and what is not there.
     *
     * @throws InvalidValueException naming the option
     */
    public static void requireReadable(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw InvalidValueException.of(option, file, "a file that can be read");
        }
    }

    /** The file that an option names. */
    public static Path file(Arguments arguments, String option) {
        return arguments
                .value(option)
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name).toAbsolutePath().normalize())
                .orElseThrow(() -> new UsageException(option + " FILE is missing"));
    }

    /**
     * Does the work, and puts the output in its place only when it is whole.
     *
     * @return the exit code
     */
    public int run(Work work) throws InterruptedException {
        try {
            return runOnFiles(work);
        } catch (CharacterCodingException e) {
            throw InvalidValueException.of(INPUT, input, "text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("the files cannot be read and written", e);
        }
    }

    private int runOnFiles(Work work) throws IOException, InterruptedException {
        // A file that is cut off never stands where a whole one is looked for.
        Path unfinished = output.resolveSibling(output.getFileName() + ".unfinished");
        try (BufferedReader lines = Files.newBufferedReader(input)) {
            Optional<Integer> code;
            try (BufferedWriter results = Files.newBufferedWriter(unfinished)) {
                code = work.run(lines, results);
            }
            if (code.isPresent()) {
                Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
            }
            return code.orElse(BAD_INPUT);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
