package org.berea.localstack.commands;

import java.util.List;
import java.util.Set;
import org.berea.localstack.stack.ServiceJars;

/** Unpacks the services after a build, so that the first start need not. */
final class PrepareCommand {
    private PrepareCommand() {}

    static int run(List<String> words) {
        var arguments = Arguments.parse(words, Set.of(), Set.of());
        new ServiceJars(Home.of(arguments).project()).unpackAll();
        return 0;
    }
}
