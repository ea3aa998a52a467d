package org.berea.search.notes;

import java.time.Instant;
import java.util.Optional;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.scripture.VerseRange;
import org.jspecify.annotations.Nullable;

/**
 * One version of a note or highlight.
 *
 * @param ref the verses it belongs to as its event has them, null for none
 */
public record NoteText(
        Owner owner,
        String id,
        long version,
        Kind kind,
        @Nullable String ref,
        String text,
        Instant savedAt) {
    static NoteText of(NoteSaved event) {
        return new NoteText(
                new Owner(event.owner()),
                event.noteId(),
                event.version(),
                Kind.NOTE,
                event.ref(),
                event.text(),
                event.savedAt());
    }

    static NoteText of(PassageHighlighted event) {
        return new NoteText(
                new Owner(event.owner()),
                event.noteId(),
                event.version(),
                Kind.HIGHLIGHT,
                event.ref(),
                event.text(),
                event.savedAt());
    }

    /** The event that brought it. */
    StudyEvent event() {
        return switch (kind) {
            case NOTE -> new NoteSaved(id, owner.subject(), version, ref, text, savedAt);
            case HIGHLIGHT ->
                    new PassageHighlighted(
                            id, owner.subject(), version, String.valueOf(ref), text, savedAt);
        };
    }

    /** Where it belongs; empty for nowhere, or when the canon has no such verses. */
    public Optional<VerseRange> verses() {
        return Optional.ofNullable(ref).flatMap(VerseRange::parse);
    }

    /** Says nothing of what it holds: it may end up in a log. */
    @Override
    public String toString() {
        return "version %d of a %s".formatted(version, kind.label());
    }
}
