package org.berea.moderation.classifying;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.berea.contracts.InvalidValueException;
import org.berea.moderation.policy.Category;
import org.berea.moderation.policy.Policy;
import org.berea.moderation.policy.Rule;

/** Makes the rules of a policy ready to run, or says which one is wrong. */
final class RuleCompiler {
    private final PhraseReader phrases;

    RuleCompiler(PhraseReader phrases) {
        this.phrases = phrases;
    }

    List<CompiledRule> compile(Policy policy) {
        List<CompiledRule> rules = new ArrayList<>();
        for (Category category : policy.categories()) {
            category.rules().forEach(rule -> rules.add(compile(category, rule)));
        }
        return rules;
    }

    private CompiledRule compile(Category category, Rule rule) {
        return new CompiledRule(
                category.name(),
                rule.name(),
                rule.weight(),
                rule.phrases().stream().map(phrases::read).map(Phrase::new).toList(),
                rule.markup().stream().map(RuleCompiler::pattern).toList());
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw InvalidValueException.of("markup", expression, "a regular expression");
        }
    }
}
