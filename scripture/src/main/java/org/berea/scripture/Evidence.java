package org.berea.scripture;

/** Decides whether a name and a number are a reference or ordinary prose. */
final class Evidence {
    /** Larger numbers are years and quantities. */
    private static final int LARGEST_CHAPTER = 999;

    private static final int SHORTEST_NAME = 2;

    private Evidence() {}

    static boolean suffices(Tokens tokens, BookMention mention, Gap gap, Place place) {
        if (mention.plainness() == Plainness.SHORT) {
            return isAbbreviation(tokens, mention, gap, place);
        }
        if (place.isPlain()) {
            return true;
        }
        if (gap.isWide() || mention.lacksNumber()) {
            return false;
        }
        if (place.hasVerse()) {
            return mention.isCapital() || mention.plainness() != Plainness.WORD;
        }
        return isBareChapter(tokens, mention, place);
    }

    /** Whether a person is met at a time: {@code Mark at 4:15 pm}, {@code call Mark at 4:15}. */
    static boolean isAppointment(Tokens tokens, BookMention mention, Gap gap, Place place) {
        if (mention.plainness() == Plainness.PLAIN && !mention.lacksNumber()) {
            return false;
        }
        return Neighbourhood.isClock(tokens.at(place.to()), tokens.at(place.to() + 1))
                || gap.isWide() && Neighbourhood.isToPeople(tokens.at(mention.from() - 1));
    }

    private static boolean isAbbreviation(
            Tokens tokens, BookMention mention, Gap gap, Place place) {
        return mention.isCapital()
                && place.hasVerse()
                && place.isPlain()
                && !gap.isWide()
                && isDigits(tokens, place);
    }

    private static boolean isBareChapter(Tokens tokens, BookMention mention, Place place) {
        Token after = tokens.at(place.to());
        if (Neighbourhood.isCounted(after)
                || place.chapter() > LARGEST_CHAPTER
                || isScene(tokens, place.to())) {
            return false;
        }
        Token before = tokens.at(mention.from() - 1);
        if (!isDigits(tokens, place)) {
            return isNumberInWords(tokens, mention, place) && !before.is("the");
        }
        return switch (mention.plainness()) {
            case PLAIN -> !isShouted(tokens, mention) || isFitting(before, after);
            case PERSON -> isFitting(before, after);
            case WORD -> isFittingWord(mention, before, after);
            case SHORT -> false;
        };
    }

    private static boolean isFitting(Token before, Token after) {
        return Neighbourhood.follows(after) || Neighbourhood.isCue(before);
    }

    /** {@code PS 5} may be many things, {@code Ps 5} is a psalm. */
    private static boolean isShouted(Tokens tokens, BookMention mention) {
        Token name = tokens.at(mention.from());
        return name.isUpper() && name.text().length() == SHORTEST_NAME;
    }

    /** {@code Act 3, scene 2} is a play's. */
    private static boolean isScene(Tokens tokens, int at) {
        return tokens.at(tokens.at(at).is(",") ? at + 1 : at).is("scene");
    }

    private static boolean isFittingWord(BookMention mention, Token before, Token after) {
        return mention.isCapital()
                ? isFitting(before, after)
                : Neighbourhood.follows(after) && Neighbourhood.isStrongCue(before);
    }

    /** {@code Psalm twenty-three} and {@code Psalm XXIII}, but not {@code Romans I}. */
    private static boolean isNumberInWords(Tokens tokens, BookMention mention, Place place) {
        return mention.isCapital()
                && mention.plainness() == Plainness.PLAIN
                && tokens.at(place.from()).text().length() > 1;
    }

    private static boolean isDigits(Tokens tokens, Place place) {
        return tokens.at(place.from()).isNumber() || tokens.at(place.to() - 1).isNumber();
    }
}
