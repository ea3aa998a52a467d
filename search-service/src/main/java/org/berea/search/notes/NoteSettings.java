package org.berea.search.notes;

import java.nio.file.Path;
import java.time.Duration;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where notes are kept and how they are read from the topic.
 *
 * @param folder of the store, made when missing
 * @param group of the consumer
 * @param contact how long the service stays unready for a Kafka that is away
 * @param reading how long for the notes to be read
 */
@ConfigurationProperties(prefix = "berea.search.notes", ignoreUnknownFields = false)
public record NoteSettings(
        Path folder,
        String group,
        @DefaultValue("10s") Duration contact,
        @DefaultValue("30s") Duration reading) {
    private static final int LONGEST = 200;

    public NoteSettings {
        Check.present("berea.search.notes.folder", folder);
        Check.text("berea.search.notes.group", group, LONGEST);
    }
}
