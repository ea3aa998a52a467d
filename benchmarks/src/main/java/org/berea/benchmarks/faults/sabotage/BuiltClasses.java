package org.berea.benchmarks.faults.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.berea.benchmarks.faults.agent.Edit;
import org.berea.benchmarks.faults.agent.Rewriting;

/**
 * The classes of the product as they were built, against which edits are tried before a run: one
 * that names what is not there would quietly change nothing.
 *
 * @param project the root folder
 */
public record BuiltClasses(Path project) {
    /**
     * Tries the edits.
     *
     * @throws IllegalStateException naming the first that cannot be made
     */
    public void check(List<Edit> edits) {
        for (Edit edit : edits) {
            byte[] unchanged = classFile(edit.type());
            byte[] changed = new Rewriting(edit).of(unchanged);
            if (changed.length == 0) {
                throw new IllegalStateException("nothing is left of " + edit.type());
            }
        }
    }

    private byte[] classFile(String type) {
        String path = "target/classes/" + type.replace('.', '/') + ".class";
        try (var modules = Files.list(project)) {
            Optional<Path> file =
                    modules.map(module -> module.resolve(path)).filter(Files::exists).findFirst();
            return Files.readAllBytes(
                    file.orElseThrow(() -> new IllegalStateException("there is no class " + type)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + type, e);
        }
    }
}
