package org.berea.gateway.status;

import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** The figures as HTML without script or style, which renews itself. */
final class StatusPage {
    private StatusPage() {}

    static String of(Map<String, Boolean> instances, List<Figures.Section> sections) {
        var body = new StringBuilder();
        body.append(
                """
                <!doctype html><html lang="en"><head><meta charset="utf-8">\
                <meta http-equiv="refresh" content="5"><title>Berea: status</title></head><body>
                <h1>Berea</h1>
                """);
        section(body, instances(instances));
        sections.forEach(section -> section(body, section));
        return body.append("</body></html>\n").toString();
    }

    private static Figures.Section instances(Map<String, Boolean> instances) {
        return new Figures.Section(
                "Instances",
                instances.entrySet().stream()
                        .map(it -> new Figures.Line(it.getKey(), it.getValue() ? "up" : "DOWN"))
                        .toList());
    }

    private static void section(StringBuilder body, Figures.Section section) {
        body.append("<h2>").append(escaped(section.heading())).append("</h2>\n<table>\n");
        for (Figures.Line line : section.lines()) {
            body.append("<tr><th align=\"left\">")
                    .append(escaped(line.name()))
                    .append("</th><td>")
                    .append(escaped(line.value()))
                    .append("</td></tr>\n");
        }
        body.append("</table>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
