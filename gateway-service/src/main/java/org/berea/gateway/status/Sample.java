package org.berea.gateway.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of what an instance tells of itself, in the text format of Prometheus. */
record Sample(String name, Map<String, String> labels, double value) {
    private static final Pattern LINE =
            Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ([^ \n]+)(?: \\d+)?$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    Sample {
        labels = Map.copyOf(labels);
    }

    /** Every sample of a scrape; comments and what is no number are left out. */
    static List<Sample> read(String exposition) {
        return LINE.matcher(exposition)
                .results()
                .map(
                        line ->
                                new Sample(
                                        line.group(1),
                                        labels(line.group(2)),
                                        number(line.group(3))))
                .filter(sample -> !Double.isNaN(sample.value()))
                .toList();
    }

    String label(String name) {
        return labels.getOrDefault(name, "");
    }

    private static Map<String, String> labels(@Nullable String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            LABEL.matcher(text)
                    .results()
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
