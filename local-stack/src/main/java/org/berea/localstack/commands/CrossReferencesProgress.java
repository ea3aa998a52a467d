package org.berea.localstack.commands;

import java.io.PrintStream;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.ImportState.Status;

/** Follows an import of cross references until all are passed on, and tells how far it is. */
final class CrossReferencesProgress {
    private final Polling polling;
    private final String path;
    private final PrintStream out;

    /**
     * @param path where the state of the import is told
     */
    CrossReferencesProgress(Polling polling, String path, PrintStream out) {
        this.polling = polling;
        this.path = path;
        this.out = out;
    }

    /** Returns when search has them all before it, having said what was loaded. */
    void follow(CrossReferencesState sent) throws InterruptedException {
        CrossReferencesState state = sent;
        while (state.status() == Status.PUBLISHING) {
            polling.pause(
                    "%d of %d chapters passed on".formatted(state.published(), state.total()));
            state = polling.read(path, CrossReferencesState.class);
        }
        out.println(Printable.of(summary(state)));
    }

    private static String summary(CrossReferencesState done) {
        String what =
                done.status() == Status.UNCHANGED
                        ? "were loaded already"
                        : "are loaded; search shows them within seconds";
        String unknown =
                done.unknown() == 0
                        ? ""
                        : "\n%d were left out: their verses do not exist".formatted(done.unknown());
        return "%d cross references (%s) %s%s"
                .formatted(done.references(), done.source(), what, unknown);
    }
}
