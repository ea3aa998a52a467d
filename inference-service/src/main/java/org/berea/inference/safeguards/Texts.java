package org.berea.inference.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The texts of a JSON value, sentence by sentence: its strings, and the names of its fields. */
final class Texts {
    private final List<Text> found = new ArrayList<>();

    /**
     * A sentence and what stands before it in the same text.
     *
     * @param place a JSON pointer
     */
    record Text(String place, String before, String sentence) {}

    private Texts() {}

    static List<Text> of(JsonNode value) {
        var texts = new Texts();
        texts.collect("", "", value);
        return texts.found;
    }

    private void collect(String place, String name, JsonNode value) {
        if (value.isString()) {
            add(place, quoted(name, value.asString()));
        }
        for (var field : value.properties()) {
            add(place + "/" + field.getKey(), field.getKey());
            collect(place + "/" + field.getKey(), field.getKey(), field.getValue());
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(place + "/" + i, name, value.get(i));
        }
    }

    /** A field that says it holds a quotation needs no marks around it. */
    private static String quoted(String name, String text) {
        boolean isQuotation = name.toLowerCase(Locale.ROOT).contains("quot");
        boolean isMarked = !text.isEmpty() && "\"“«'‘".indexOf(text.charAt(0)) >= 0;
        return isQuotation && !isMarked ? "“" + text + "”" : text;
    }

    private void add(String place, String text) {
        var sentences = new Sentences();
        List<String> whole = new ArrayList<>(sentences.add(text));
        whole.add(sentences.rest());
        var before = new StringBuilder();
        for (String sentence : whole) {
            if (!sentence.isBlank()) {
                found.add(new Text(place, before.toString(), sentence));
            }
            before.append(sentence);
        }
    }
}
