package org.berea.benchmarks;

import java.util.List;
import org.berea.localstack.commands.Terminal;

/** Where the script {@code berea} hands over when something is to be measured. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(new Measurements(Terminal.ofThisProcess()).run(List.of(words)));
    }
}
