package org.berea.simulator.journal;

import java.util.List;
import org.berea.simulator.openai.ApiException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The journal over HTTP. */
@RestController
@RequestMapping("/journal")
public final class JournalController {
    private final Journal journal;

    public JournalController(Journal journal) {
        this.journal = journal;
    }

    @GetMapping
    List<JournalEntry> entries() {
        return journal.entries();
    }

    @GetMapping("/{number}")
    JournalEntry entry(@PathVariable long number) {
        return journal.entry(number)
                .orElseThrow(() -> ApiException.notFound("No journal entry " + number + "."));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        journal.clear();
    }
}
