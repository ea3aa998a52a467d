package org.berea.moderation.classifying;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.contracts.InvalidValueException;
import org.berea.moderation.policy.Policy;

/** Reads the phrases of a policy, in the notation that its file explains. */
final class PhraseReader {
    private static final Pattern GAP = Pattern.compile("(~~?)(\\d{0,2})");
    private static final int DEFAULT_GAP = 3;

    private final Policy policy;
    private final Lexicon lexicon;
    private final Tokenizer plain = new Tokenizer(_ -> true);

    PhraseReader(Policy policy, Lexicon lexicon) {
        this.policy = policy;
        this.lexicon = lexicon;
    }

    List<Step> read(String phrase) {
        List<Step> steps = new ArrayList<>();
        for (String part : phrase.strip().split("\\s+", -1)) {
            steps.add(step(part, phrase));
        }
        var firstGap = steps.stream().takeWhile(step -> !(step instanceof Step.Gap));
        if (firstGap.noneMatch(PhraseReader::isRequired)) {
            throw InvalidValueException.of("phrase", phrase, "a word, not optional, before gaps");
        }
        return steps;
    }

    /** The numbers of expressions, given as the policy writes them. */
    BitSet numbers(List<String> expressions, String where) {
        var numbers = new BitSet();
        for (String expression : expressions) {
            List<String> words = plain.tokens(expression).stream().map(Token::word).toList();
            if (words.isEmpty()) {
                throw InvalidValueException.of(where, expression, "words");
            }
            numbers.set(lexicon.number(words));
        }
        return numbers;
    }

    private Step step(String part, String phrase) {
        Matcher gap = GAP.matcher(part);
        if (gap.matches()) {
            String most = gap.group(2);
            return new Step.Gap(
                    most.isEmpty() ? DEFAULT_GAP : Integer.parseInt(most),
                    gap.group(1).length() == 2);
        }
        return part.equals("^") ? new Step.Opening() : words(part, phrase);
    }

    private Step words(String part, String phrase) {
        boolean optional = part.endsWith("?");
        String name = optional ? part.substring(0, part.length() - 1) : part;
        var expressions = new BitSet();
        for (String choice : name.split("\\|", -1)) {
            expressions.or(numbers(members(choice, phrase), phrase));
        }
        return new Step.Words(expressions, optional);
    }

    /** Of a group its members; of a word itself, whose underscores are spaces. */
    private List<String> members(String choice, String phrase) {
        if (!choice.startsWith("{")) {
            return List.of(choice.replace('_', ' '));
        }
        List<String> members = policy.words().get(choice.substring(1, choice.length() - 1));
        if (members == null) {
            throw InvalidValueException.of("phrase", phrase, "groups that exist, not " + choice);
        }
        return members;
    }

    private static boolean isRequired(Step step) {
        return step instanceof Step.Words(_, boolean optional) && !optional;
    }
}
