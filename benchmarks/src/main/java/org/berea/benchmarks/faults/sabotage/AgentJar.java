package org.berea.benchmarks.faults.sabotage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.berea.benchmarks.faults.agent.Agent;
import org.berea.benchmarks.faults.agent.Edit;
import org.berea.benchmarks.faults.agent.Fuse;
import org.berea.benchmarks.faults.agent.Rewriting;

/**
 * The agent, packed for one run, and the folder through which it is told what to do.
 *
 * @param folder also where a process is told to die, see {@link Fuse}
 */
public record AgentJar(Path folder) {
    private static final List<String> CLASSES =
            List.of(
                    "Agent",
                    "Edit",
                    "Edit$Kind",
                    "Fuse",
                    "Replacement",
                    "Replacement$1",
                    "Rewriting");

    /** Packs it, with these edits. */
    public static AgentJar write(Path folder, List<Edit> edits) {
        var jar = new AgentJar(folder);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(Agent.EDITS), edits.stream().map(Edit::line).toList());
            jar.pack();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** What a JVM has to be told to begin with it. */
    public String option() {
        return "-javaagent:%s=%s".formatted(file(), folder);
    }

    private void pack() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file()), manifest)) {
            for (String name : CLASSES) {
                add(jar, name);
            }
        }
    }

    private static void add(JarOutputStream jar, String name) throws IOException {
        try (InputStream in = Rewriting.class.getResourceAsStream(name + ".class")) {
            if (in != null) {
                String path = Rewriting.class.getPackageName().replace('.', '/');
                jar.putNextEntry(new JarEntry(path + "/" + name + ".class"));
                in.transferTo(jar);
            }
        }
    }

    private Path file() {
        return folder.resolve("agent.jar");
    }
}
