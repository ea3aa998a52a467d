package org.berea.moderation.classifying;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.moderation.policy.Policy;

/** Finds what the policy calls evidence. Safe for many threads. */
public final class Classifier {
    private final Lexicon lexicon = new Lexicon();
    private final Tokenizer tokenizer = new Tokenizer(lexicon::knows);
    private final List<CompiledRule> rules;
    private final BitSet barriers;
    private final Map<Integer, List<Start>> starts = new HashMap<>();

    private record Start(CompiledRule rule, Phrase phrase) {}

    /**
     * @throws org.berea.contracts.InvalidValueException when a phrase or an expression of the
     *     policy cannot be read
     */
    public Classifier(Policy policy) {
        var phrases = new PhraseReader(policy, lexicon);
        this.barriers = phrases.numbers(policy.barriers(), "barriers");
        this.rules = new RuleCompiler(phrases).compile(policy);
        for (CompiledRule rule : rules) {
            rule.phrases().forEach(phrase -> index(new Start(rule, phrase)));
        }
    }

    /** Each rule that is found, once, in the order of the policy. */
    public List<Evidence> classify(String text) {
        Map<CompiledRule, Evidence> found = new LinkedHashMap<>();
        findPhrases(new ReadText(tokenizer.tokens(text), lexicon, barriers), found);
        findMarkup(text, found);
        return rules.stream().filter(found::containsKey).map(found::get).toList();
    }

    private void index(Start start) {
        start.phrase().firsts().stream()
                .forEach(
                        it ->
                                starts.computeIfAbsent(it, _ -> new java.util.ArrayList<>())
                                        .add(start));
    }

    private void findPhrases(ReadText text, Map<CompiledRule, Evidence> found) {
        for (int index = 0; index < text.size(); index++) {
            for (Lexicon.Hit hit : text.hits(index)) {
                for (Start start : starts.getOrDefault(hit.expression(), List.of())) {
                    findPhrase(start, text, index, found);
                }
            }
        }
    }

    private static void findPhrase(
            Start start, ReadText text, int index, Map<CompiledRule, Evidence> found) {
        if (found.containsKey(start.rule())) {
            return;
        }
        OptionalInt end = start.phrase().endAt(text, index);
        if (end.isPresent()) {
            int from = text.token(index).start();
            int to = text.token(end.getAsInt() - 1).end();
            found.put(start.rule(), start.rule().at(from, to));
        }
    }

    private void findMarkup(String text, Map<CompiledRule, Evidence> found) {
        for (CompiledRule rule : rules) {
            for (Pattern pattern : rule.markup()) {
                Matcher matcher = pattern.matcher(text);
                if (!found.containsKey(rule) && matcher.find()) {
                    found.put(rule, rule.at(matcher.start(), matcher.end()));
                }
            }
        }
    }
}
