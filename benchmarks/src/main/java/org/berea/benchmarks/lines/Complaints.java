package org.berea.benchmarks.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.berea.contracts.InvalidValueException;

/** Goes through the lines of an input and names every bad one with its number. */
public final class Complaints {
    private final PrintStream out;
    private int number;
    private int bad;

    public Complaints(PrintStream out) {
        this.out = out;
    }

    /** What is done with one line; numbers begin at 1, and empty lines have one too. */
    @FunctionalInterface
    public interface Taker {
        void take(int number, JsonLine line) throws IOException;
    }

    /** Hands over every good line; a taker may find a line bad too. */
    public void readAll(BufferedReader lines, Taker taker) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read(line, taker);
            }
        }
    }

    /** Whether any line was bad. */
    public boolean exist() {
        return bad > 0;
    }

    private void read(String line, Taker taker) throws IOException {
        try {
            taker.take(number, JsonLine.parse(line));
        } catch (InvalidValueException e) {
            bad++;
            out.println("line %d: %s".formatted(number, e.getMessage()));
        }
    }
}
