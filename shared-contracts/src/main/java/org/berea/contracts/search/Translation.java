package org.berea.contracts.search;

import java.util.regex.Pattern;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;

/**
 * A text of the Bible that can be searched.
 *
 * @param code 2 to 12 capital letters and digits, such as {@code BST}
 * @param language a BCP 47 tag
 * @param licence how it may be used, for people
 * @param verses how many have text
 */
public record Translation(String code, String name, String language, String licence, int verses) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");
    private static final int LONGEST = 200;

    public Translation {
        if (!CODE.matcher(Check.present("code", code)).matches()) {
            throw InvalidValueException.of("code", code, "2 to 12 capital letters and digits");
        }
        Check.text("name", name, LONGEST);
        Check.text("language", language, LONGEST);
        Check.text("licence", licence, LONGEST);
        Check.notNegative("verses", verses);
    }
}
