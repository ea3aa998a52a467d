package org.berea.benchmarks.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void namesTheSeriesAndNothingElse() {
        var query =
                query(
                        "sum by (reason) (rate(a_total{reason!=\"ex{t}ractive (x)\"}[$__rate_interval]))"
                                + " / on () group_left () sum(rate(b:c:rate5m[5m])) * 1e6 > 0.5"
                                + " and max(d) unless e offset 5m or vector(0)");

        assertThat(query.metrics()).containsExactly("a_total", "b:c:rate5m", "d", "e");
        assertThat(query.selectors().getFirst()).isEqualTo("a_total{reason!=\"ex{t}ractive (x)\"}");
    }

    @Test
    void namesSeriesThatStandAlone() {
        assertThat(query("up == 0").metrics()).containsExactly("up");
        assertThat(query("histogram_quantile(0.95, sum by (le) (rate(x_bucket[1m])))").metrics())
                .containsExactly("x_bucket");
        assertThat(query("time() - max by (key) (y{}) > 90 * 86400").metrics())
                .containsExactly("y");
    }

    @Test
    void takesTheVariablesOfGrafana() {
        assertThat(query("rate(x[$__rate_interval])").runnable()).isEqualTo("rate(x[1m])");
    }

    private static Query query(String text) {
        return new Query("a panel", text, false);
    }
}
