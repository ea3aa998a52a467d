package org.berea.embedding.bulk;

import org.berea.contracts.event.PassageImported;

/** What a record of the topic turned out to be. */
sealed interface ImportedRecord {
    record Chapter(PassageImported event) implements ImportedRecord {}

    /** Another type of event, which newer services may publish here. */
    record OtherType(String type) implements ImportedRecord {}

    record Undecodable(String why) implements ImportedRecord {}
}
