package org.berea.benchmarks.faults.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.berea.localstack.servers.Folders;

/** A folder for one run, which is deleted after it. */
public record OwnFolder(Path path) implements AutoCloseable {
    /** Makes one whose name begins so. */
    public static OwnFolder make(String prefix) {
        try {
            return new OwnFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder", e);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
