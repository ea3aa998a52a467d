package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.berea.contracts.Check;

/**
 * A user was erased: nothing that was saved up to this time may remain or come back.
 *
 * @param erasedAt by the clock of the service that saves notes
 */
@JsonTypeName("user.erased.v1")
public record UserErased(String owner, Instant erasedAt) implements StudyEvent {
    public UserErased {
        Check.text("owner", owner, NoteSaved.LONGEST_ID);
        Check.present("erasedAt", erasedAt);
    }

    @Override
    public String key() {
        return owner + ":";
    }
}
