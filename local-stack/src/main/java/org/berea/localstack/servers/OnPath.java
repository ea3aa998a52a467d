package org.berea.localstack.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds programs as a shell does. */
final class OnPath {
    private OnPath() {}

    /**
     * The first program of that name.
     *
     * @param list folders, as in the variable PATH
     */
    static Optional<Path> find(String name, @Nullable String list) {
        return folders(list)
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The folders of a list, as in the variable PATH. */
    static Stream<Path> folders(@Nullable String list) {
        return list == null
                ? Stream.of()
                : Stream.of(list.split(File.pathSeparator))
                        .filter(entry -> !entry.isBlank())
                        .map(Path::of);
    }
}
