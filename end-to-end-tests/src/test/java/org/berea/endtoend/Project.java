package org.berea.endtoend;

import java.nio.file.Path;
import java.util.Objects;

/** The checked-out project that the tests run in. */
final class Project {
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private Project() {}
}
