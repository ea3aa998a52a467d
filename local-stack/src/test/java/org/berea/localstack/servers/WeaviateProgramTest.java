package org.berea.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeaviateProgramTest {
    @TempDir Path folder;

    @Test
    void looksOnThePathAndWhereGoInstalls() throws IOException {
        assertThat(find(Map.of())).isEmpty();

        Path atHome = program("home/go/bin");
        assertThat(find(Map.of())).contains(atHome);

        Path ofGo = program("gopath/bin");
        var goPath = Map.of("GOPATH", folder.resolve("gopath").toString());
        assertThat(find(goPath)).contains(ofGo);

        Path onPath = program("bin");
        var path = Map.of("PATH", "/nowhere:" + folder.resolve("bin"), "GOBIN", "/nowhere");
        assertThat(find(path)).contains(onPath);
    }

    @Test
    void givesANodeSixPortsOfItsOwn() {
        WeaviatePorts ports = WeaviatePorts.free();
        assertThat(IntStream.range(ports.cluster(), ports.cluster() + 4))
                .allMatch(FreePorts::isFree)
                .doesNotContain(ports.rest(), ports.grpc());
    }

    @Test
    void keepsTheKeyOutOfTheCommandLine() {
        WeaviatePorts ports = WeaviatePorts.free();
        assertThat(WeaviateProgram.command(Path.of("weaviate-server"), ports))
                .doesNotContain("secret");
        assertThat(WeaviateProgram.environment(folder, ports, "secret"))
                .containsEntry("AUTHENTICATION_APIKEY_ALLOWED_KEYS", "secret")
                .containsEntry("AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED", "false");
    }

    private Optional<Path> find(Map<String, String> variables) {
        return WeaviateProgram.find(variables::get, folder.resolve("home"));
    }

    private Path program(String at) throws IOException {
        Path program = Files.createDirectories(folder.resolve(at)).resolve("weaviate-server");
        Files.writeString(program, "");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
