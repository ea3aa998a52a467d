package org.berea.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps a log file that a child appends to from growing without end. */
final class BoundedLog {
    static final long MOST_BYTES = 10L * 1024 * 1024;

    private BoundedLog() {}

    /**
     * Moves the content to {@code NAME.log.1} when it is longer than 10 MB. The child holds the
     * file open in append mode, so it is emptied in place; lines written in that moment may be
     * lost.
     */
    static void bound(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > MOST_BYTES) {
                Path older = log.resolveSibling(log.getFileName() + ".1");
                Files.copy(log, older, StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(
                                log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bound " + log, e);
        }
    }
}
