package org.berea.benchmarks.latency;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Prints results for people; beside every count stands what it is out of. */
final class Table {
    private static final double MICROS = 1000;
    private static final String ROW = "%-18s %-12s %6s %9s %9s %9s %9s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(Map<Form, Results> results) {
        row("milliseconds", "until", "count", "p50", "p90", "p99", "max");
        results.forEach(this::times);
        results.forEach(this::counts);
    }

    private void times(Form form, Results results) {
        for (Moment moment : form.moments()) {
            Histogram times = results.times(moment);
            row(
                    form.mediaType(),
                    moment.label(),
                    Long.toString(times.getTotalCount()),
                    percentile(times, 50),
                    percentile(times, 90),
                    percentile(times, 99),
                    percentile(times, 100));
        }
    }

    private void counts(Form form, Results results) {
        int asked = results.asked();
        out.println();
        out.printf("%s: %d of %d answered%n", form.mediaType(), results.answered(), asked);
        count(asked - results.answered(), asked, "failed");
        results.failures().forEach((kind, times) -> count(times, asked, "failed: " + kind));
        count(results.cached(), results.answered(), "answers from the cache");
        results.degraded()
                .forEach((label, times) -> count(times, results.answered(), "degraded: " + label));
    }

    private void count(int times, int outOf, String what) {
        out.printf("  %d of %d %s%n", times, outOf, what);
    }

    private void row(String... cells) {
        out.printf(ROW, (Object[]) cells);
    }

    private static String percentile(Histogram times, double percentile) {
        return times.getTotalCount() == 0
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f", times.getValueAtPercentile(percentile) / MICROS);
    }
}
