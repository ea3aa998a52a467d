package org.berea.worker.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A translation as it is now, and the import that its verses of record came by. */
@Entity
@Table(name = "translation")
class LoadedTranslation {
    @Id private String code = "";
    private String name = "";
    private String language = "";
    private String licence = "";
    private String importId = "";

    /** For the persistence provider. */
    protected LoadedTranslation() {}

    LoadedTranslation(Edition edition, String importId) {
        this.code = edition.code();
        this.name = edition.name();
        this.language = edition.language();
        this.licence = edition.licence();
        this.importId = importId;
    }

    Edition edition() {
        return new Edition(code, name, language, licence);
    }

    String importId() {
        return importId;
    }
}
