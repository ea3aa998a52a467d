package org.berea.worker.uploading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;

/** A body that was sent, kept in a temporary file until it is closed. */
public final class Upload implements AutoCloseable {
    /** What a body may have, in bytes. */
    public static final long LARGEST = 64L * 1024 * 1024;

    /** How messages call what was sent when it is no zip, whose files have names. */
    public static final String NAME = "the file";

    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final int BUFFER = 64 * 1024;

    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    /**
     * Receives a body.
     *
     * @throws ProblemException {@code too-large} when there is more than {@link #LARGEST}
     */
    public static Upload receive(InputStream body) throws IOException {
        Path file = Files.createTempFile("berea-import-", ".tmp");
        var upload = new Upload(file);
        try {
            copy(body, file);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    /** What a sender of too much is told. */
    public static ProblemException tooLarge(String what) {
        return new ProblemException(Problem.of(ProblemType.TOO_LARGE, what));
    }

    /** Where it is, until it is closed. */
    public Path file() {
        return file;
    }

    public boolean isEmpty() {
        return start().length == 0;
    }

    public boolean isZip() {
        return Arrays.equals(start(), ZIP_START);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private byte[] start() {
        try (InputStream stored = Files.newInputStream(file)) {
            return stored.readNBytes(ZIP_START.length);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read back", e);
        }
    }

    private static void copy(InputStream body, Path file) throws IOException {
        try (OutputStream stored = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
                if (length > LARGEST) {
                    throw tooLarge("the body is larger than 64 MB");
                }
                stored.write(buffer, 0, read);
            }
        }
    }
}
