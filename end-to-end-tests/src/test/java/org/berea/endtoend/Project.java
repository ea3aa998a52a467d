package org.berea.endtoend;

import java.nio.file.Path;
import java.util.Objects;

/** The checked-out project that the tests run in. */
public final class Project {
    public static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private Project() {}
}
