package org.berea.localstack.commands;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is to be imported, looked at before it is sent: the worker reads all of it, but what
 * is plainly another file than was meant is better said here.
 */
record ImportFile(Path path, boolean isZip) {
    private static final String BIBLE = "a USFM file, or a zip of them";
    private static final String REFERENCES =
            "cross references in the format of openbible.info, a text or a zip that holds it";

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int START = 100;
    private static final String ZIP_START = "PK\u0003\u0004";
    private static final String USFM_START = "\\";
    private static final String REFERENCES_START = "From Verse\t";

    /**
     * @throws UsageException when it cannot be the text of a Bible
     */
    static ImportFile ofBible(String name) {
        Path file = readable(name, BIBLE);
        String start = start(file);
        if (start.startsWith(REFERENCES_START)) {
            throw refused(name, "holds cross references", "./berea import --cross-references FILE");
        }
        return checked(name, file, start, USFM_START, "does not begin with \\id", BIBLE);
    }

    /**
     * @throws UsageException when it cannot be cross references
     */
    static ImportFile ofCrossReferences(String name) {
        Path file = readable(name, REFERENCES);
        String start = start(file);
        if (start.startsWith(USFM_START)) {
            throw refused(name, "is USFM", "./berea import FILE --translation CODE");
        }
        String missing = "does not begin with 'From Verse'";
        return checked(name, file, start, REFERENCES_START, missing, REFERENCES);
    }

    /** What it is called to people. */
    String label() {
        return path.getFileName() + " (" + (sizeOf(path) + 1023) / 1024 + " KB)";
    }

    String contentType() {
        return isZip ? "application/zip" : "text/plain; charset=utf-8";
    }

    private static ImportFile checked(
            String name, Path file, String start, String wanted, String found, String expected) {
        boolean isZip = start.startsWith(ZIP_START);
        if (!isZip && !start.startsWith(wanted)) {
            throw refused(name, found, expected);
        }
        return new ImportFile(file, isZip);
    }

    private static Path readable(String name, String expected) {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw refused(name, "is not there", expected);
        }
        if (Files.isDirectory(file)) {
            throw refused(name, "is a folder", expected);
        }
        if (!Files.isReadable(file)) {
            throw refused(name, "cannot be read", expected);
        }
        if (sizeOf(file) == 0) {
            throw refused(name, "is empty", expected);
        }
        if (sizeOf(file) > MOST_BYTES) {
            throw refused(name, "has " + sizeOf(file) / 1024 / 1024 + " MB", "at most 64 MB");
        }
        return file;
    }

    private static UsageException refused(String name, String found, String expected) {
        return new UsageException("file: '%s' %s (expected: %s)".formatted(name, found, expected));
    }

    private static String start(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(START);
            String text = new String(start, ISO_8859_1);
            return text.startsWith(ZIP_START)
                    ? text
                    : new String(start, UTF_8).replace("\uFEFF", "").stripLeading();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
