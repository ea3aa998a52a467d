package org.berea.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.berea.localstack.keys.Keys;
import org.berea.localstack.servers.Folders;
import org.berea.localstack.supervision.RunFolder;

/** Where one local installation keeps everything. */
public record DataFolder(Path root) {
    private static final List<String> FORGOTTEN =
            List.of(
                    "postgres",
                    "redis",
                    "kafka",
                    "weaviate",
                    "index",
                    "prometheus",
                    "grafana",
                    "logs");

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The keys, made when missing. */
    public Keys keys() {
        return Keys.in(root.resolve("keys"));
    }

    public RunFolder run() {
        return new RunFolder(root.resolve("run"));
    }

    /** Where the suite's services are reached. */
    public Endpoints endpoints() {
        return new Endpoints(root.resolve("endpoints.json"));
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path of(String store) {
        return root.resolve(store);
    }

    /** Deletes what the suite stored, but not the keys: tokens that were handed out stay good. */
    void forget() {
        FORGOTTEN.forEach(name -> delete(root.resolve(name)));
    }

    void make() {
        try {
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + root, e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
