package org.berea.worker.crossreferences;

import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The imports of cross references that were accepted; the newest is the one that holds. */
interface CrossReferencesRuns extends Repository<CrossReferencesRun, String> {
    Optional<CrossReferencesRun> findFirstByOrderByIdDesc();

    CrossReferencesRun saveAndFlush(CrossReferencesRun run);

    /** The newest, if it has chapters to publish, locked against other workers. */
    @NativeQuery(
            """
            select * from cross_reference_import
            where published < chapters
            and id = (select max(id) from cross_reference_import)
            for update skip locked
            """)
    Optional<CrossReferencesRun> nextToPublish();
}
