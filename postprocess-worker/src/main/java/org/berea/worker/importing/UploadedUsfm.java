package org.berea.worker.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.berea.contracts.InvalidValueException;
import org.berea.worker.uploading.Upload;
import org.berea.worker.usfm.UsfmFile;

/** What was sent as the text of a Bible: one file, or a zip of them. */
record UploadedUsfm(Upload upload) implements UsfmSource {
    static final String EXPECTED = "a USFM file or a zip of them";

    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    @Override
    public void forEach(Consumer<UsfmFile> reader) {
        if (upload.isEmpty()) {
            throw InvalidValueException.unshown("body", "empty", EXPECTED);
        }
        if (upload.isZip()) {
            new ZipOfUsfm(upload.file()).forEach(reader);
        } else {
            reader.accept(new UsfmFile(Upload.NAME, content()));
        }
    }

    private byte[] content() {
        try (InputStream stored = Files.newInputStream(upload.file())) {
            byte[] content = stored.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw Upload.tooLarge("a file of USFM with more than 32 MB");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read back", e);
        }
    }
}
