package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.junit.jupiter.api.Test;

class OwnNotesTest {
    @Test
    void isNeverAskedWithoutAnOwner() {
        assertThat(OwnNotes.class.getDeclaredMethods())
                .hasSizeGreaterThan(3)
                .allMatch(method -> method.getParameterTypes()[0] == Owner.class);
    }

    /** Whatever else reads notes belongs into {@link OwnNotes}. */
    @Test
    void leavesNothingToTheStoreButWritingCountingAndWhatLacksVectors() {
        assertThat(Stream.of(NoteStore.class.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrder("apply", "offsets", "gaps", "counts", "close");
    }

    @Test
    void belongToUsersOnly() {
        assertThat(Owner.of(Caller.service("embedding"))).isEmpty();
        var user = new Caller("alice", Tier.FREE, "other", Set.of(), true, false);
        assertThat(Owner.of(user)).contains(Notes.ALICE);
    }

    @Test
    void haveOwnersOfDifferentKeysWhateverTheirNamesAreMadeOf() {
        var names =
                Stream.of("a", "A", "a ", "?", "\uFFFD", "\uD800", "\uD801", "ä", "a\u0308", "");
        assertThat(names.map(name -> new Owner(name).key()))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[A-Za-z0-9_-]{43}"));
    }
}
