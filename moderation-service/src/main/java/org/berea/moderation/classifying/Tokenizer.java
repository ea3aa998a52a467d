package org.berea.moderation.classifying;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Cuts a text into words, undoing what hides them, with their places in the original. */
final class Tokenizer {
    private static final int SHORTEST_SPACED = 4;

    private final Predicate<String> known;

    /**
     * @param known words that the policy names; a disguise is only undone when one appears
     */
    Tokenizer(Predicate<String> known) {
        this.known = known;
    }

    List<Token> tokens(String text) {
        return joinSpacedLetters(text, words(text)).stream().map(this::undisguised).toList();
    }

    private static List<Token> words(String text) {
        var words = new WordReader();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            words.accept(character, i, next);
            i = next;
        }
        return words.finish();
    }

    private Token undisguised(Token token) {
        String word = token.word();
        if (known.test(word)) {
            return token;
        }
        String latin = Folding.latin(word);
        String plain = known.test(latin) ? latin : Folding.unleet(latin);
        return known.test(plain) ? token.withWord(plain) : token;
    }

    /** {@code i g n o r e} and {@code i-g-n-o-r-e} are one word; two spaces end it. */
    private static List<Token> joinSpacedLetters(String text, List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            int end = endOfSpacedWord(text, tokens, i);
            boolean isWord = end - i >= SHORTEST_SPACED;
            joined.add(isWord ? join(tokens.subList(i, end)) : tokens.get(i));
            i = isWord ? end : i + 1;
        }
        return joined;
    }

    private static int endOfSpacedWord(String text, List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size()
                && tokens.get(end).isOneLetter()
                && (end == from || isTight(text, tokens.get(end - 1), tokens.get(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isTight(String text, Token left, Token right) {
        return right.start() - left.end() == 1 && text.charAt(left.end()) != '\n';
    }

    private static Token join(List<Token> letters) {
        String word = letters.stream().map(Token::word).collect(Collectors.joining());
        return letters.getFirst().stretched(word, letters.getLast().end());
    }
}
