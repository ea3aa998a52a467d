package org.berea.localstack.supervision;

import java.util.List;

/** What became of waiting for programs to serve. */
public sealed interface Readiness {
    /** All of them have answered. */
    record Ready() implements Readiness {}

    /** This one has not answered within the limit. */
    record Late(Program program) implements Readiness {}

    /**
     * This one ends by itself whenever it is started, and is not started any more.
     *
     * @param lastWords what its log says of it
     */
    record Hopeless(Program program, List<String> lastWords) implements Readiness {}
}
