package org.berea.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class EndpointsTest {
    @TempDir Path folder;

    @Test
    void tellWhereAllInstancesOfAServiceAre() {
        var layout =
                Layout.plan(
                        new UpOptions(
                                0,
                                false,
                                false,
                                SearchEngine.LUCENE,
                                false,
                                Map.of(Service.SEARCH, 2)));
        var endpoints = new DataFolder(folder).endpoints();

        endpoints.write(layout);

        assertThat(endpoints.of("search-service"))
                .hasSize(2)
                .containsExactlyElementsOf(
                        layout.of(Service.SEARCH).stream().map(Instance::url).toList());
        assertThat(endpoints.of("provider-simulator")).isEmpty();
    }

    @Test
    void areNoneWhereNothingWasWritten() throws IOException {
        var endpoints = new DataFolder(folder).endpoints();
        assertThat(endpoints.of("search-service")).isEmpty();

        Files.writeString(endpoints.file(), "{");
        assertThat(endpoints.of("search-service")).isEmpty();
    }
}
