package org.berea.worker.history;

import java.util.List;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.records.HistoryPage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows callers their own questions, and nobody else's. */
@RestController
final class HistoryApi {
    private static final String USUAL = "20";
    private static final int LARGEST = 100;

    private final ReadingHistory history;

    HistoryApi(ReadingHistory history) {
        this.history = history;
    }

    @GetMapping("/ai/history")
    HistoryPage page(
            Caller caller,
            @RequestParam(defaultValue = USUAL) String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = size(limit);
        HistoryCursor start = cursor == null ? HistoryCursor.NEWEST : HistoryCursor.parse(cursor);
        // One more than asked for tells whether there is a next page.
        List<HistoryEntry> found =
                history.behind(
                        caller.subject(),
                        start.askedAt(),
                        start.completionId(),
                        Limit.of(size + 1));
        List<HistoryEntry> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? shown.getLast().cursor().text() : null;
        return new HistoryPage(shown.stream().map(HistoryEntry::toItem).toList(), next);
    }

    private static int size(String limit) {
        try {
            return Check.range("limit", Integer.parseInt(limit), 1, LARGEST);
        } catch (NumberFormatException e) {
            throw InvalidValueException.of("limit", limit, "1 to " + LARGEST);
        }
    }
}
