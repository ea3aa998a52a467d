package org.berea.worker.crossreferences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import org.berea.contracts.InvalidValueException;
import org.berea.worker.uploading.Upload;
import org.berea.worker.uploading.ZippedFiles;
import org.jspecify.annotations.Nullable;

/** What was sent as cross references: a text, or a zip that holds one. */
record UploadedCrossReferences(Upload upload) {
    private static final String EXPECTED = "cross references as text, or a zip that holds one";

    /**
     * All of them.
     *
     * @throws InvalidValueException naming file, line and column of the first thing that is broken
     */
    CrossReferences read() {
        if (upload.isEmpty()) {
            throw InvalidValueException.unshown("body", "empty", EXPECTED);
        }
        return upload.isZip() ? fromZip() : fromText();
    }

    private CrossReferences fromText() {
        try (InputStream content = Files.newInputStream(upload.file())) {
            return CrossReferencesReader.read(Upload.NAME, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read back", e);
        }
    }

    private CrossReferences fromZip() {
        var zip = new ZippedFiles(upload.file(), EXPECTED);
        var found = new AtomicReference<@Nullable CrossReferences>();
        zip.read(
                _ -> true,
                (name, content) -> {
                    if (found.get() != null) {
                        throw zip.refusal("several files in the zip");
                    }
                    found.set(CrossReferencesReader.read(name, content));
                });
        CrossReferences read = found.get();
        if (read == null) {
            throw zip.refusal("no file in the zip");
        }
        return read;
    }
}
