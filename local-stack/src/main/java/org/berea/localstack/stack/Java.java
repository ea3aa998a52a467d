package org.berea.localstack.stack;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How children that are JVMs are run: quick to start and small rather than fast in the long run.
 */
final class Java {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** For a child that computes with vectors; later options win over those of all. */
    static final List<String> FOR_VECTORS =
            ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()
                    ? List.of("-XX:TieredStopAtLevel=4", "--add-modules", VECTOR_MODULE)
                    : List.of("-XX:TieredStopAtLevel=4");

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private Java() {}

    /** The program of the JDK that runs this. */
    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> command(int heapMegabytes, String... arguments) {
        return Stream.of(
                        Stream.of(program(), "-Xmx" + heapMegabytes + "m"),
                        OPTIONS.stream(),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    /** This program with other arguments. */
    static List<String> self(int heapMegabytes, String... arguments) {
        String[] main = {
            "-Dlogback.configurationFile=org/berea/localstack/logback-child.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "org.berea.localstack.Main"
        };
        return command(
                heapMegabytes,
                Stream.concat(Stream.of(main), Stream.of(arguments)).toArray(String[]::new));
    }
}
