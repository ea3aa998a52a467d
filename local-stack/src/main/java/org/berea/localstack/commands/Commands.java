package org.berea.localstack.commands;

import java.io.PrintStream;
import java.util.List;

/** Finds the command that was typed. */
public final class Commands {
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    public Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.terminal = new Terminal(out, err);
    }

    /**
     * Runs the command.
     *
     * @param words its name and its arguments
     * @return the exit code: 0 for success, 1 for failure, 2 for a command line that is not
     *     understood
     */
    public int run(List<String> words) {
        return terminal.run(
                () -> dispatch(words.isEmpty() ? "help" : words.getFirst(), rest(words)));
    }

    private int dispatch(String name, List<String> words) throws InterruptedException {
        return switch (name) {
            case "up" -> new UpCommand(out).run(words);
            case "down" -> new DownCommand(out).run(words);
            case "token" -> new TokenCommand(out).run(words);
            case "ask" -> new AskCommand(out).run(words);
            case "import" -> new ImportCommand(out).run(words);
            case "replay" -> new ReplayCommand(out).run(words);
            case "prepare" -> new PrepareCommand(err).run(words);
            case "kafka" -> KafkaCommand.run(words);
            case "reap" -> ReapCommand.run(words);
            default -> throw new UsageException("'" + name + "' is no command");
        };
    }

    private static List<String> rest(List<String> words) {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }
}
