package org.berea.scripture;

import java.util.List;
import java.util.Set;

/** Tells by the words around a number whether it counts things or names a chapter or a verse. */
final class Neighbourhood {
    private static final Set<String> VERSE = words("verse verses v vv vs vss ver vers vrs");
    private static final Set<String> CHAPTER =
            words("chapter chapters chap chaps ch chs chpt chpts");
    private static final Set<String> COUNTED =
            words(
                    "times time items item people persons person men women man woman children days day weeks"
                            + " week months month years year hours hour minutes minute seconds second"
                            + " questions question points point things thing copies pages page words word"
                            + " percent dollars dollar pounds miles mile km kg cm mm feet foot inches ft"
                            + " others other more books book letters epistles chapters verses friends"
                            + " disciples apostles soldiers legions kids kings sons daughters brothers"
                            + " sisters reasons ways steps lessons parts churches cities nations tribes"
                            + " thousand hundred million billion degrees students groups boxes answers"
                            + " volumes sermons ships centuries decades old pm am o st nd rd th");
    private static final Set<String> FOLLOWING =
            words(
                    "and or to through thru in is are was were says say said tells tell teaches teach speaks"
                            + " speak describes describe records record contains contain shows show gives"
                            + " give reads read states state means mean refers refer reminds remind"
                            + " explains explain begins begin ends end that which where when while with"
                            + " as but for from about on at by it we he she they you i the this these"
                            + " does do did has have had can could will would should may might must"
                            + " also both not nor if so because since then there here verse verses v vv"
                            + " opens open closes close continues continue declares declare promises"
                            + " promise calls call makes make warns warn depicts presents present uses"
                            + " narrates mentions mention talks talk recounts portrays focuses answers"
                            + " deals affirms emphasizes emphasises highlights what how why who kjv web"
                            + " prophesies foretells predicts concludes introduces argues traces sets turns"
                            + " moves compares contrasts commands forbids urges encourages comforts"
                            + " celebrates praises laments reveals lists names quotes echoes alludes points"
                            + " covers addresses explores develops repeats recalls stresses insists adds"
                            + " notes observes assures invites challenges helps offers pictures paints"
                            + " illustrates demonstrates proves supports confirms suggests implies indicates"
                            + " expresses announces proclaims preaches condemns rebukes exhorts instructs"
                            + " follows precedes parallels fulfils fulfills looks links connects starts"
                            + " stands happens takes leads comes goes becomes seems appears remains holds"
                            + " keeps brings sees finds feels sounds relates reports claims clearly really"
                            + " actually again too only meaning summary commentary explained explanation"
                            + " sermon study devotional outline context prayer story text passage"
                            + " asv esv niv bst nrsv nasb nlt into a an his her their our my your itself");
    private static final Set<String> CUES =
            words(
                    "in see read of from cf compare to explain summarize summarise study chapter through"
                            + " book and or per also with about at under reading studying says does e"
                            + " eg like using consider open recall discuss quote quotes quoting cite citing"
                            + " is interpret teach describe describes context meaning outline analyse"
                            + " analyze on exegete gospel ask asks that than until thru by");
    private static final Set<String> STRONG_CUES =
            words("in read see from explain summarize summarise interpret study chapter discuss");
    private static final Set<String> TIMES = words("p o gmt utc est pst cet bst");
    private static final Set<String> CLOCKS = words("am pm hrs hours");
    private static final Set<String> TO_PEOPLE =
            words("call calls called ask asked meet met text email phone visit see saw tell told");
    private static final Set<String> TIME_CUES =
            words(
                    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
                            + " ratio odds score scale");
    private static final Set<String> NO_TITLES =
            words(
                    "in at see from to and or but as for the then verse verses chapter ch cf compare read"
                            + " also of is that by with on like while when where both about if it so let he"
                            + " she we they i you this these those now here there yet not because since"
                            + " although though thus hence therefore consider notice note recall after"
                            + " before until through again even just only what how why who which quote"
                            + " quoting paul jesus god lord christ scripture bible text passage reference"
                            + " references v vv verily truly specifically e eg ie i kjv esv niv web"
                            + " asv bst nrsv nasb nlt section part his her their our my your");

    private Neighbourhood() {}

    static boolean isVerseWord(Token token) {
        return VERSE.contains(token.text());
    }

    static boolean isChapterWord(Token token) {
        return CHAPTER.contains(token.text());
    }

    /** Whether the number before this token counts what the token names. */
    static boolean isCounted(Token after) {
        return after.isWord() && !after.isCapital() && COUNTED.contains(after.text());
    }

    /** Whether a sentence goes on after a chapter or a verse the way it does here. */
    static boolean follows(Token after) {
        return !after.isWord() && !after.isNumber()
                || after.isCapital()
                || FOLLOWING.contains(after.text());
    }

    static boolean isCue(Token before) {
        return CUES.contains(before.text());
    }

    /** Whether even an ordinary word in lower case is the name of a book after this. */
    static boolean isStrongCue(Token before) {
        return STRONG_CUES.contains(before.text());
    }

    /** Whether two numbers with a colon are a time of day or a proportion. */
    static boolean isTime(Token before, Token after, Token afterNext) {
        boolean isMore = after.is(":") && after.isGlued() && afterNext.isNumber();
        return isMore
                || TIMES.contains(after.text())
                || isClock(after, afterNext)
                || TIME_CUES.contains(before.text())
                || after.is("ratio")
                || after.is("odds");
    }

    /** Whether it is the clock that the two numbers before this were read from. */
    static boolean isClock(Token after, Token afterNext) {
        boolean isSpelled = after.is("a") || after.is("p");
        boolean isClock = CLOCKS.contains(after.text()) && !afterNext.is("i");
        return isClock || isSpelled && afterNext.is(".");
    }

    /** Whether the name after this is a person's, who is called or met. */
    static boolean isToPeople(Token before) {
        return TO_PEOPLE.contains(before.text());
    }

    /** Whether a capital word right before a chapter and verse reads like the title of a book. */
    static boolean isTitle(Token before) {
        return before.isWord() && before.isCapital() && !NO_TITLES.contains(before.text());
    }

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ")));
    }
}
