package org.berea.chassis.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the key of the internal caller token comes from, and whether callers must show one.
 *
 * @param key base64 of at least 32 bytes
 * @param keyFile a file that holds the same; one of the two is needed
 * @param required false only in the gateway, where users come in with tokens of their own
 */
@ConfigurationProperties(prefix = "berea.caller", ignoreUnknownFields = false)
public record CallerSettings(
        @Nullable String key, @Nullable String keyFile, @DefaultValue("true") boolean required) {
    /** What names the key without telling it. */
    public String fingerprint() {
        return Fingerprint.of(keyBytes());
    }

    byte[] keyBytes() {
        String text = key != null && !key.isBlank() ? key : fromFile();
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.unshown("berea.caller.key", "not base64", "base64");
        }
    }

    private String fromFile() {
        if (keyFile == null || keyFile.isBlank()) {
            throw InvalidValueException.unshown(
                    "berea.caller.key", "missing", "BEREA_CALLER_KEY or BEREA_CALLER_KEY_FILE");
        }
        try {
            return Files.readString(Path.of(keyFile));
        } catch (IOException e) {
            throw new UncheckedIOException("berea.caller.key-file: cannot be read: " + keyFile, e);
        }
    }
}
