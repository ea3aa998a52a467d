package org.berea.benchmarks.search;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.berea.contracts.search.Translation;

/** Prints what was measured, a line for each phase as soon as it has ended. */
final class Table {
    private static final String ROW = "%-16s %8s %7s %9s %8s %8s %8s %8s %9s %9s%n";
    private static final double MICROS = 1000;

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void title(String engine, Translation translation, int questions, int callers, int seconds) {
        out.printf(
                Locale.ROOT,
                "%s, %s with %,d verses, %d questions, %d callers, %d s each%n%n",
                engine,
                translation.code(),
                translation.verses(),
                questions,
                callers,
                seconds);
    }

    void header() {
        out.printf(ROW, "", "", "", "", "ms", "", "", "", "CPU ms a", "query");
        out.printf(
                ROW, "", "count", "failed", "per s", "p50", "p95", "p99", "max", "service",
                "engine");
    }

    void row(Measured measured) {
        Histogram times = measured.times();
        out.printf(
                ROW,
                measured.name(),
                measured.answered(),
                measured.failed(),
                perSecond(measured),
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 99),
                percentile(times, 100),
                perQuery(measured.serviceTime(), measured),
                perQuery(measured.engineTime(), measured));
    }

    /** Every zero stands beside the number it is out of. */
    void failures(Measured... phases) {
        out.println();
        for (Measured phase : phases) {
            long asked = phase.answered() + phase.failed();
            out.printf("%s: %d of %d failed%n", phase.name(), phase.failed(), asked);
            phase.failures().forEach((kind, times) -> out.printf("  %d: %s%n", times, kind));
        }
        Measured last = phases[phases.length - 1];
        out.printf("%s: %d of %d degraded%n", last.name(), last.degraded(), last.answered());
    }

    private static String perSecond(Measured measured) {
        return decimal(measured.answered() * 1e9 / Math.max(1, measured.took().toNanos()));
    }

    private static String perQuery(Duration used, Measured measured) {
        return measured.answered() == 0 || used.isZero()
                ? "-"
                : String.format(Locale.ROOT, "%.2f", used.toNanos() / 1e6 / measured.answered());
    }

    private static String percentile(Histogram times, double percentile) {
        return times.getTotalCount() == 0
                ? "-"
                : decimal(times.getValueAtPercentile(percentile) / MICROS);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
