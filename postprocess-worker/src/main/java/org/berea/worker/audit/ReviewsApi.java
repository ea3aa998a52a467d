package org.berea.worker.audit;

import java.util.List;
import java.util.stream.Stream;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.records.ReviewItem.Kind;
import org.berea.contracts.records.ReviewPage;
import org.berea.worker.paging.Cursor;
import org.berea.worker.paging.Page;
import org.berea.worker.permission.QuotaAdmin;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows those with the scope {@code quota:admin} which answers somebody should look at. */
@RestController
final class ReviewsApi {
    private static final List<String> ALL = Stream.of(Kind.values()).map(Kind::label).toList();

    private final Reviews reviews;

    ReviewsApi(Reviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/admin/reviews")
    ReviewPage page(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = Page.USUAL_SIZE) String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        QuotaAdmin.require(caller);
        int size = Page.size(limit);
        Cursor start = Cursor.of(cursor);
        var found =
                reviews.behind(
                        kinds(kind), start.askedAt(), start.completionId(), Limit.of(size + 1));
        var page = Page.of(found, size, AuditEntry::cursor);
        return new ReviewPage(
                page.entries().stream().map(AuditEntry::toReview).toList(), page.next());
    }

    private static List<String> kinds(@Nullable String kind) {
        if (kind == null) {
            return ALL;
        }
        if (!ALL.contains(kind)) {
            throw InvalidValueException.of("kind", kind, "rejected or flagged");
        }
        return List.of(kind);
    }
}
