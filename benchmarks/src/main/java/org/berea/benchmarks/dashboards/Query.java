package org.berea.benchmarks.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question to Prometheus.
 *
 * @param where it stands, for people: file and panel or rule
 * @param text in PromQL, with the variables of Grafana
 * @param isCondition whether it says nothing while all is well, as alerts do
 */
public record Query(String where, String text, boolean isCondition) {
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(?!\\s*\\(|[\\w:])");
    private static final Pattern NUMBER_OR_RANGE =
            Pattern.compile("\\[[^\\]]*]|\\b\\d[\\w.]*|\\$\\w+");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "on", "by", "without", "ignoring", "bool", "offset");

    /** As Prometheus takes it. */
    public String runnable() {
        return text.replace("$__rate_interval", "1m").replace("$__range", "5m");
    }

    /** The names of the series it asks for. */
    public Set<String> metrics() {
        var names = new LinkedHashSet<String>();
        for (String selector : selectors()) {
            int brace = selector.indexOf('{');
            names.add(brace < 0 ? selector : selector.substring(0, brace));
        }
        return names;
    }

    /** Each series it asks for, with its labels. */
    public List<String> selectors() {
        // Strings hold anything; they are put back where a selector has them.
        var strings = new ArrayList<String>();
        String bare = STRING.matcher(text).replaceAll(string -> kept(strings, string.group()));
        bare = GROUPING.matcher(bare).replaceAll(" ");
        bare = NUMBER_OR_RANGE.matcher(bare).replaceAll(" ");
        var selectors = new ArrayList<String>();
        Matcher matcher = SELECTOR.matcher(bare);
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group(1))) {
                selectors.add(restored(strings, matcher.group()).strip());
            }
        }
        return List.copyOf(selectors);
    }

    private static String kept(List<String> strings, String string) {
        strings.add(string);
        return "'" + "#".repeat(strings.size()) + "'";
    }

    private static String restored(List<String> strings, String text) {
        String restored = text;
        for (int i = strings.size(); i > 0; i--) {
            restored = restored.replace("'" + "#".repeat(i) + "'", strings.get(i - 1));
        }
        return restored;
    }
}
