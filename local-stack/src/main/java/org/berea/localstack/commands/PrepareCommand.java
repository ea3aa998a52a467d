package org.berea.localstack.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.berea.localstack.stack.ServiceJars;
import org.berea.localstack.stack.StartCaches;

/** Unpacks the services after a build and practises their start, so that the first one is quick. */
final class PrepareCommand {
    private final PrintStream err;

    PrepareCommand(PrintStream err) {
        this.err = err;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, Set.of(), Set.of());
        var jars = new ServiceJars(Home.of(arguments).project());
        jars.unpackAll();
        new StartCaches(jars).makeMissing(err::println);
        return 0;
    }
}
