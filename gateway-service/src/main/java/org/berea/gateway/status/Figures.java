package org.berea.gateway.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of the dashboards that make sense without a history, a heading and lines each. */
final class Figures {
    private static final double MICROS = 1_000_000;
    private static final double HUNDRED = 100;
    private static final double MEBI = 1024.0 * 1024;

    private final Samples samples;

    /**
     * @param name what is shown
     * @param value as text
     */
    record Line(String name, String value) {}

    /** What belongs together. */
    record Section(String heading, List<Line> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    Figures(Samples samples) {
        this.samples = samples;
    }

    List<Section> sections() {
        return List.of(answers(), money(), checks(), pipeline());
    }

    private Section answers() {
        double ended = samples.sum("berea_answers_total");
        double failed = samples.sum("berea_answers_total", "outcome", "failed");
        return new Section(
                "Answers since the start",
                List.of(
                        parts("by outcome", samples.by("berea_answers_total", "outcome")),
                        new Line("failed share", share(failed, ended)),
                        new Line(
                                "first words p50, p95",
                                seconds(samples.quantile(0.5, "berea_first_words_seconds"))
                                        + ", "
                                        + seconds(
                                                samples.quantile(
                                                        0.95, "berea_first_words_seconds"))),
                        new Line("streams open", count(samples.sum("berea_streams_open"))),
                        parts("degraded", samples.by("berea_answers_degraded_total", "reason")),
                        parts("cache", samples.by("berea_cache_lookups_total", "kind")),
                        parts("quota", samples.by("berea_quota_decisions_total", "decision"))));
    }

    private Section money() {
        double limit = samples.max("berea_budget_limit_microdollars");
        double used = samples.max("berea_budget_used_microdollars");
        double reserved = samples.max("berea_budget_reserved_microdollars");
        var lines = new ArrayList<Line>();
        lines.add(new Line("limit", dollars(limit)));
        lines.add(new Line("used", dollars(used) + " (" + share(used, limit) + ")"));
        lines.add(new Line("reserved", dollars(reserved)));
        samples.by("berea_cost_microdollars_total", "model")
                .forEach((model, micros) -> lines.add(new Line(model, dollars(micros))));
        lines.add(parts("model calls refused", samples.by("berea_paid_refused_total", "by")));
        lines.add(new Line("grants open", count(samples.sum("berea_grants_open"))));
        return new Section("Money today", lines);
    }

    private Section checks() {
        return new Section(
                "Checks since the start",
                List.of(
                        parts("made", samples.by("berea_validation_checks_total", "check")),
                        parts("failed", samples.by("berea_validation_failures_total", "check")),
                        new Line(
                                "sentences dropped",
                                count(samples.sum("berea_sentences_dropped_total"))),
                        parts("fallbacks", samples.by("berea_model_fallbacks_total", "reason")),
                        parts(
                                "moderation",
                                samples.by("berea_moderation_results_total", "category")),
                        parts("problems", samples.by("berea_problems_total", "type"))));
    }

    private Section pipeline() {
        return new Section(
                "Behind the answers",
                List.of(
                        new Line("outbox", count(samples.max("berea_outbox_depth"))),
                        parts("consumers behind", samples.by("berea_consumer_lag", "consumer")),
                        parts("dead letters", samples.by("berea_dead_letters_waiting", "consumer")),
                        new Line(
                                "oldest open row",
                                seconds(samples.max("berea_ledger_oldest_open_seconds"))),
                        parts(
                                "verses with text",
                                new Samples(
                                                samples.all().stream()
                                                        .filter(
                                                                it ->
                                                                        it.label("kind")
                                                                                .equals("text"))
                                                        .toList())
                                        .by("berea_search_indexed_verses", "translation")),
                        new Line(
                                "heap",
                                "%.0f MiB"
                                        .formatted(
                                                samples.sum("jvm_memory_used_bytes", "area", "heap")
                                                        / MEBI))));
    }

    private static Line parts(String name, Map<String, Double> values) {
        String text =
                values.entrySet().stream()
                        .map(part -> count(part.getValue()) + " " + part.getKey())
                        .collect(Collectors.joining(", "));
        return new Line(name, text.isEmpty() ? "0" : text);
    }

    private static String share(double part, double whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", part / whole * HUNDRED);
    }

    private static String seconds(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f s", value);
    }

    private static String dollars(double micros) {
        return String.format(Locale.ROOT, "$%.4f", micros / MICROS);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
