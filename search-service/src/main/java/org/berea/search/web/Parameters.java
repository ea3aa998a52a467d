package org.berea.search.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of an address. What nobody knows is refused, for a misspelt filter that is ignored
 * would widen a search in silence.
 */
record Parameters(MultiValueMap<String, String> given) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORD = 60;

    /**
     * @throws InvalidValueException naming a parameter that is not known
     */
    static Parameters of(MultiValueMap<String, String> given, Set<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> refuse(name, known));
        return new Parameters(given);
    }

    /** Text that must be there. */
    String text(String name, int longest) {
        return Check.text(name, single(name).orElse(null), longest);
    }

    /** One word, where there is one. */
    Optional<String> word(String name) {
        return single(name).map(word -> Check.text(name, word, LONGEST_WORD).strip());
    }

    /** Words with commas between them, the parameter repeated, or both; each word once. */
    List<String> words(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(word -> Check.text(name, word.strip(), LONGEST_WORD))
                .distinct()
                .toList();
    }

    /** A whole number within bounds. */
    int number(String name, int absent, int min, int max) {
        return word(name)
                .map(word -> Check.range(name, number(name, word), min, max))
                .orElse(absent);
    }

    /** True or false; false when absent. */
    boolean flag(String name) {
        return word(name).map(word -> flag(name, word)).orElse(false);
    }

    private Optional<String> single(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw InvalidValueException.unshown(name, values.size() + " values", "one");
        }
        return values.stream().map(value -> value == null ? "" : value).findFirst();
    }

    private static int number(String name, String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw InvalidValueException.of(name, word, "a whole number");
        }
    }

    private static boolean flag(String name, String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidValueException.of(name, word, "true or false");
        };
    }

    private static void refuse(String name, Set<String> known) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        throw InvalidValueException.unshown(
                shown, "unknown parameter", "one of " + String.join(", ", new TreeSet<>(known)));
    }
}
