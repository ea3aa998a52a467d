package org.berea.localstack;

import java.util.List;
import org.berea.localstack.commands.Commands;
import org.berea.localstack.commands.Terminal;

/** Where the script {@code berea} hands over. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        var terminal = Terminal.ofThisProcess();
        System.exit(new Commands(terminal.out(), terminal.err()).run(List.of(words)));
    }
}
