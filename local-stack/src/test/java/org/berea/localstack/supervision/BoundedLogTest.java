package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {
    @TempDir Path folder;

    @Test
    void movesALongLogAwayWhileItsWriterGoesOn() throws Exception {
        Path log = folder.resolve("child.log");
        try (var writer = new FileOutputStream(log.toFile(), true)) {
            writer.write(new byte[(int) BoundedLog.MOST_BYTES + 1]);
            BoundedLog.bound(log);
            writer.write("next".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Files.readString(log)).isEqualTo("next");
        assertThat(folder.resolve("child.log.1")).hasSize(BoundedLog.MOST_BYTES + 1);
    }

    @Test
    void leavesAShortLogAsItIs() throws Exception {
        Path log = Files.writeString(folder.resolve("child.log"), "short");

        BoundedLog.bound(log);

        assertThat(Files.readString(log)).isEqualTo("short");
        assertThat(folder.resolve("child.log.1")).doesNotExist();
    }
}
