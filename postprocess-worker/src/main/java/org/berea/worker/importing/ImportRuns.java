package org.berea.worker.importing;

import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The imports that were accepted. */
interface ImportRuns extends Repository<ImportRun, String> {
    Optional<ImportRun> findById(String id);

    ImportRun saveAndFlush(ImportRun run);

    /** The oldest current import with chapters to publish, locked against other workers. */
    @NativeQuery(
            """
            select run.* from import_run run
            join translation on translation.import_id = run.id
            where run.published < run.chapters
            order by run.id
            limit 1
            for update of run skip locked
            """)
    Optional<ImportRun> nextToPublish();
}
