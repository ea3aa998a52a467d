package org.berea.worker.importing;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.berea.worker.uploading.ZippedFiles;
import org.berea.worker.usfm.UsfmFile;

/** The USFM files of a zip; licences, style sheets and the like are passed over. */
record ZipOfUsfm(Path file) implements UsfmSource {
    @Override
    public void forEach(Consumer<UsfmFile> reader) {
        var zip = new ZippedFiles(file, UploadedUsfm.EXPECTED);
        int files =
                zip.read(
                        ZipOfUsfm::isUsfm,
                        (name, content) ->
                                reader.accept(new UsfmFile(name, content.readAllBytes())));
        if (files == 0) {
            throw zip.refusal("no file named .usfm or .sfm in the zip");
        }
    }

    private static boolean isUsfm(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".usfm") || lower.endsWith(".sfm");
    }
}
