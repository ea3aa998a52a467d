package org.berea.worker.uploading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.berea.contracts.InvalidValueException;

/**
 * The files of a zip that was sent, inflated one by one and never beyond a limit.
 *
 * @param expected what should have been sent, for the messages
 */
public record ZippedFiles(Path zip, String expected) {
    /** Takes the content of one file. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param name of the file, without its folder
         */
        void read(String name, InputStream content) throws IOException;
    }

    private static final int MOST_ENTRIES = 2_000;

    /**
     * Reads all files whose path is wanted, in the order of their paths.
     *
     * @return how many there are
     * @throws InvalidValueException when the zip is damaged
     * @throws org.berea.contracts.problem.ProblemException {@code too-large} when more comes out of
     *     it than could be meant
     */
    public int read(Predicate<String> wanted, Reader reader) {
        try (var open = new ZipFile(zip.toFile())) {
            var allowance = new Allowance();
            List<? extends ZipEntry> entries = wanted(open, wanted);
            for (ZipEntry entry : entries) {
                read(open, entry, allowance, reader);
            }
            return entries.size();
        } catch (ZipException e) {
            throw refusal("the zip cannot be opened");
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read back", e);
        }
    }

    /** What a sender is told whose zip is not as it should be. */
    public InvalidValueException refusal(String found) {
        return InvalidValueException.unshown("body", found, expected);
    }

    private static List<? extends ZipEntry> wanted(ZipFile open, Predicate<String> wanted) {
        if (open.size() > MOST_ENTRIES) {
            throw Upload.tooLarge("the zip has more than " + MOST_ENTRIES + " entries");
        }
        return open.stream()
                .filter(entry -> !entry.isDirectory() && !isByTheWay(entry.getName()))
                .filter(entry -> wanted.test(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private void read(ZipFile open, ZipEntry entry, Allowance allowance, Reader reader)
            throws IOException {
        String name = fileName(entry.getName());
        try (InputStream content = allowance.bound(open.getInputStream(entry))) {
            reader.read(name, content);
        } catch (ZipException | EOFException e) {
            throw refusal(name + " is damaged");
        }
    }

    /** What macOS puts beside each file. */
    private static boolean isByTheWay(String path) {
        return path.startsWith("__MACOSX/") || fileName(path).startsWith(".");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
