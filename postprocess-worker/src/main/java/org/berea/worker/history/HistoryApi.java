package org.berea.worker.history;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.records.HistoryPage;
import org.berea.worker.paging.Cursor;
import org.berea.worker.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows callers their own questions, and nobody else's. */
@RestController
final class HistoryApi {
    private final ReadingHistory history;

    HistoryApi(ReadingHistory history) {
        this.history = history;
    }

    @GetMapping("/ai/history")
    HistoryPage page(
            Caller caller,
            @RequestParam(defaultValue = Page.USUAL_SIZE) String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.size(limit);
        Cursor start = Cursor.of(cursor);
        var page =
                Page.of(
                        history.behind(
                                caller.subject(),
                                start.askedAt(),
                                start.completionId(),
                                Limit.of(size + 1)),
                        size,
                        HistoryEntry::cursor);
        return new HistoryPage(
                page.entries().stream().map(HistoryEntry::toItem).toList(), page.next());
    }
}
