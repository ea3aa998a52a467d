package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The day's money reached a share of its limit; once per day and share.
 *
 * @param sharePercent the share that was reached, such as 80
 * @param committedMicros used and reserved, in millionths of a dollar
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("budget.alert.v1")
public record BudgetAlert(
        LocalDate day, Instant at, int sharePercent, long limitMicros, long committedMicros) {}
