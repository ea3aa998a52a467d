package org.berea.benchmarks.faults.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at a named place, if a file of that name lies ready. Whoever takes the file away
 * is the one that dies, so that it is one process of several.
 */
public final class Fuse implements Consumer<@Nullable Object> {
    private static final int AS_AFTER_KILL = 137;
    private static volatile Path folder = Path.of("");

    private final String name;

    /** One that burns when it is given something; the rewritten code makes these. */
    public Fuse(String name) {
        this.name = name;
    }

    static void in(Path control) {
        folder = control;
    }

    /** Called by the rewritten code. */
    public static void burn(String name) {
        try {
            if (Files.deleteIfExists(folder.resolve(name + ".armed"))) {
                Files.writeString(
                        folder.resolve(name + ".burnt"),
                        Long.toString(ProcessHandle.current().pid()));
                Runtime.getRuntime().halt(AS_AFTER_KILL);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot burn " + name, e);
        }
    }

    @Override
    public void accept(@Nullable Object result) {
        burn(name);
    }
}
