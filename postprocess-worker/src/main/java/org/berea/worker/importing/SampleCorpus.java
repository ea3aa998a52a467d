package org.berea.worker.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.berea.worker.database.Schema;
import org.berea.worker.usfm.UsfmFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Imports the sample corpus into an empty installation, where that is wanted. */
@Component
final class SampleCorpus implements UsfmSource {
    private static final Logger log = LoggerFactory.getLogger(SampleCorpus.class);
    private static final String FILES = "classpath*:sample-corpus/*.usfm";
    private static final Edition EDITION =
            new Edition("BST", "Berea Sample Translation", "en", "free to use for anything");

    private final Schema schema;
    private final LoadedTranslations translations;
    private final Importer importer;
    private boolean wanted;

    SampleCorpus(
            ImportSettings settings,
            Schema schema,
            LoadedTranslations translations,
            Importer importer) {
        this.wanted = settings.sampleCorpus();
        this.schema = schema;
        this.translations = translations;
        this.importer = importer;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void importOnce() {
        if (!wanted || !schema.isReady()) {
            return;
        }
        try {
            if (translations.count() == 0) {
                importer.take(EDITION, this);
            }
            wanted = false;
        } catch (DataAccessException | TransactionException e) {
            log.warn("the sample corpus waits for the database: {}", e.getMessage());
        }
    }

    @Override
    public void forEach(Consumer<UsfmFile> reader) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                String name = String.valueOf(file.getFilename());
                reader.accept(new UsfmFile(name, file.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample corpus cannot be read", e);
        }
    }
}
