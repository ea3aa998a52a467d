package org.berea.benchmarks.faults.agent;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a JVM begins that the harness starts. */
public final class Agent implements ClassFileTransformer {
    /** In the folder that the agent's argument names: an edit a line. */
    public static final String EDITS = "edits";

    private static final int CANNOT = 99;

    private final Map<String, List<Edit>> edits;

    private Agent(Map<String, List<Edit>> edits) {
        this.edits = edits;
    }

    /** Called by the JVM before the program's own main method. */
    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        Path control = Path.of(folder);
        Fuse.in(control);
        Map<String, List<Edit>> edits =
                Files.readAllLines(control.resolve(EDITS)).stream()
                        .map(Edit::of)
                        .collect(Collectors.groupingBy(Edit::internalName));
        if (!edits.isEmpty()) {
            instrumentation.addTransformer(new Agent(edits));
        }
    }

    // What is thrown here the JVM would ignore, and a bug that is not planted would pass for
    // caught.
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<Edit> wanted = edits.get(name);
        if (wanted == null) {
            return null;
        }
        try {
            byte[] changed = bytes;
            for (Edit edit : wanted) {
                changed = new Rewriting(edit).of(changed);
            }
            return changed;
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(CANNOT);
            throw e;
        }
    }
}
