package org.berea.localstack.commands;

import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import org.berea.localstack.keys.Keys;
import org.berea.localstack.keys.UserToken;
import org.berea.localstack.stack.DataFolder;
import org.berea.localstack.stack.UpOptions;
import org.berea.localstack.supervision.RunRecord;

/**
 * Where the project and the data of this installation are.
 *
 * @param project the root of the checked-out project
 * @param usual whether nobody named a data folder
 */
public record Home(Path project, DataFolder data, boolean usual) {
    /** The project is named by the system property {@code berea.home}. */
    public static Home of(Arguments arguments) {
        Path project = Path.of(System.getProperty("berea.home", ".")).toAbsolutePath().normalize();
        Optional<String> chosen = arguments.value("--data");
        return new Home(
                project,
                new DataFolder(chosen.map(Path::of).orElse(project.resolve(".berea"))),
                chosen.isEmpty());
    }

    /** The gateway's address: the given port, else the one of the running suite, else 8080. */
    public String gateway(Arguments arguments) {
        int port =
                arguments
                        .port()
                        .or(() -> data.run().supervisor().map(RunRecord::port))
                        .or(() -> containers().map(ContainerSuite::port))
                        .orElse(UpOptions.PORT);
        return "http://localhost:" + port;
    }

    /** What a request of that user carries. */
    public String authorization(UserToken token) {
        return "Bearer " + signed(token);
    }

    /** The token as the running suite believes it. */
    String signed(UserToken token) {
        return token.signedBy(tokenKey());
    }

    /** What has to be added to another command so that it uses the same data. */
    String dataOption() {
        return usual ? "" : " --data " + data.root();
    }

    private RSAPrivateCrtKey tokenKey() {
        return containers()
                .map(suite -> Keys.tokenKey(suite.tokenKey()))
                .orElseGet(() -> data.keys().tokenKey());
    }

    /** Looked for only where nothing runs that {@code ./berea up} started. */
    private Optional<ContainerSuite> containers() {
        return usual && data.run().supervisor().isEmpty()
                ? ContainerSuite.running(project)
                : Optional.empty();
    }
}
