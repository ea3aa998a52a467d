package org.berea.scripture;

import java.util.Locale;
import java.util.Set;
import org.berea.scripture.Token.Kind;
import org.berea.scripture.Token.Space;

/**
 * What stands between the name of a book and its chapter.
 *
 * @param isWide whether it is more than a blank, so that only a chapter and a verse can bridge it
 * @param to index of the chapter
 */
record Gap(boolean isWide, int to) {
    private static final int LONGEST = 5;
    private static final String ENDS = ";!?";
    private static final Set<String> FILLERS =
            Set.of("s", "gospel", "epistle", "letter", "number", "no", "at", "in");

    static Gap after(Tokens tokens, BookMention mention) {
        int at = mention.to();
        boolean isAbbreviated = tokens.at(at).is(".") && tokens.at(at).isGlued();
        if (isAbbreviated) {
            at++;
        }
        int narrow = at;
        while (at < mention.to() + LONGEST && isFiller(tokens.at(at))) {
            at++;
        }
        boolean isWide = at > narrow || tokens.at(at).space() == Space.LINE;
        return new Gap(isWide || isAbbreviated && isSentenceEnd(tokens, mention, at), at);
    }

    /** {@code … to the Romans. 8 people …}: nobody shortens a word by nothing. */
    private static boolean isSentenceEnd(Tokens tokens, BookMention mention, int at) {
        String last = tokens.at(mention.to() - 1).text();
        return !tokens.at(at).isGlued()
                && mention.book().title().toLowerCase(Locale.ROOT).endsWith(last);
    }

    private static boolean isFiller(Token token) {
        return token.kind() == Kind.MARK && !ENDS.contains(token.text())
                || FILLERS.contains(token.text());
    }
}
