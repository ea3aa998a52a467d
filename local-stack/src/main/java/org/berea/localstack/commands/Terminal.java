package org.berea.localstack.commands;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.berea.contracts.InvalidValueException;
import org.berea.localstack.servers.ServerFailedException;
import org.berea.localstack.stack.StackFailedException;

/** Where a command says what it has to say, and in words what went wrong with it. */
public record Terminal(PrintStream out, PrintStream err) {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** What was typed, found and ready to run. */
    @FunctionalInterface
    public interface Command {
        /** Runs it, and returns the exit code. */
        int run() throws InterruptedException;
    }

    /** The one of this process, always in UTF-8. */
    public static Terminal ofThisProcess() {
        return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 for success, 1 for failure, 2 for a command line that is not
     *     understood
     */
    public int run(Command command) {
        try {
            return command.run();
        } catch (UsageException | InvalidValueException e) {
            err.println(e.getMessage() + "\n./berea --help tells how it is used");
            return MISUSED;
        } catch (CommandFailedException | StackFailedException | ServerFailedException e) {
            err.println("Error: " + e.getMessage());
            return FAILED;
        } catch (UncheckedIOException e) {
            err.println("Error: " + e.getMessage() + " (" + e.getCause() + ")");
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    // The terminal's own setting says ASCII on many a server, where verses then lose their dashes.
    private static PrintStream utf8(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
