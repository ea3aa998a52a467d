package org.berea.worker.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.berea.contracts.InvalidValueException;
import org.berea.worker.usfm.UsfmFile;

/** The USFM files of a zip, inflated one by one and never beyond a limit. */
final class ZipOfUsfm implements UsfmSource {
    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST_INFLATED = 256L * 1024 * 1024;
    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    private final Path file;
    private long inflated;

    ZipOfUsfm(Path file) {
        this.file = file;
    }

    @Override
    public void forEach(Consumer<UsfmFile> reader) {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : usfmEntries(zip)) {
                reader.accept(new UsfmFile(nameOf(entry), inflate(zip, entry)));
            }
        } catch (ZipException e) {
            throw damaged("the zip cannot be opened");
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read back", e);
        }
    }

    private static List<ZipEntry> usfmEntries(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw Upload.tooLarge("the zip has more than " + MOST_ENTRIES + " entries");
        }
        List<ZipEntry> entries =
                zip.stream()
                        .filter(entry -> !entry.isDirectory() && isUsfm(entry.getName()))
                        .map(ZipEntry.class::cast)
                        .sorted(Comparator.comparing(ZipEntry::getName))
                        .toList();
        if (entries.isEmpty()) {
            throw damaged("no file named .usfm or .sfm in the zip");
        }
        return entries;
    }

    /** The sizes that a zip states of itself may lie: what counts is what comes out. */
    private byte[] inflate(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
            inflated += bytes.length;
            if (bytes.length > LARGEST_FILE || inflated > LARGEST_INFLATED) {
                throw Upload.tooLarge("the zip inflates to more than a Bible can have");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw damaged(nameOf(entry) + " is damaged");
        }
    }

    private static boolean isUsfm(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains("__macosx/") && (lower.endsWith(".usfm") || lower.endsWith(".sfm"));
    }

    private static String nameOf(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static InvalidValueException damaged(String found) {
        return InvalidValueException.unshown("body", found, "a USFM file or a zip of them");
    }
}
