package org.berea.contracts.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /admin/reviews}, newest first.
 *
 * @param next the cursor of the next page, absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewPage(List<ReviewItem> items, @Nullable String next) {}
