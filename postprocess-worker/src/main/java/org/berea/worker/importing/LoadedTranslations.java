package org.berea.worker.importing;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The translations as they are now. */
interface LoadedTranslations extends Repository<LoadedTranslation, String> {
    Optional<LoadedTranslation> findById(String code);

    LoadedTranslation save(LoadedTranslation translation);

    long count();
}
