package org.berea.localstack.commands;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.localstack.servers.ServerFailedException;
import org.berea.localstack.stack.StackFailedException;

/** Finds the command that was typed, and says in words what went wrong with it. */
public final class Commands {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param words its name and its arguments
     * @return the exit code: 0 for success, 1 for failure, 2 for a command line that is not
     *     understood
     */
    public int run(List<String> words) {
        try {
            return dispatch(words.isEmpty() ? "help" : words.getFirst(), rest(words));
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

    private int dispatch(String name, List<String> words) throws InterruptedException {
        return switch (name) {
            case "up" -> new UpCommand(out).run(words);
            case "down" -> new DownCommand(out).run(words);
            case "token" -> new TokenCommand(out).run(words);
            case "ask" -> new AskCommand(out).run(words);
            case "import" -> new ImportCommand(out).run(words);
            case "prepare" -> PrepareCommand.run(words);
            case "kafka" -> KafkaCommand.run(words);
            case "reap" -> ReapCommand.run(words);
            default -> throw new UsageException("'" + name + "' is no command");
        };
    }

    private static List<String> rest(List<String> words) {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }
}
