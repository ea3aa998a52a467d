package org.berea.localstack.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.berea.contracts.caller.Tier;

/**
 * What was typed after a command's name.
 *
 * @param plain what is no option, in order
 * @param options values by name; of a switch the empty text
 */
public record Arguments(List<String> plain, Map<String, String> options) {
    /**
     * Sorts the words; {@code --name value} and {@code --name=value} are the same.
     *
     * @param withValue options that take a value
     * @param switches options that take none
     * @throws UsageException for any other option, a missing value or a repeated option
     */
    public static Arguments parse(List<String> words, Set<String> withValue, Set<String> switches) {
        var plain = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            String name = word.split("=", 2)[0];
            String value = value(word, name, rest, withValue, switches);
            if (options.put(name, value) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
        return new Arguments(List.copyOf(plain), Map.copyOf(options));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /** The option's value; empty when it is not given. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The value as a port number. */
    Optional<Integer> port() {
        return number("--port");
    }

    /** The value of an option that takes a number of at most five digits. */
    public Optional<Integer> number(String name) {
        return value(name).map(text -> number(name, text));
    }

    /** The tier that {@code --tier} names, or the usual one. */
    public Tier tier(Tier usual) {
        String label = value("--tier").orElse(usual.label());
        Tier tier = Tier.of(label);
        if (!tier.label().equals(label)) {
            throw new UsageException("--tier: '" + label + "' (expected: free, plus or pro)");
        }
        return tier;
    }

    /** The only plain word. */
    String only(String what) {
        if (plain.size() != 1) {
            throw new UsageException(
                    "%s: %d given (expected: one; put quotes around it if it has blanks)"
                            .formatted(what, plain.size()));
        }
        return plain.getFirst();
    }

    /** For what takes nothing but options. */
    public void requireNoPlain() {
        if (!plain.isEmpty()) {
            throw new UsageException("'" + plain.getFirst() + "' is not understood");
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new UsageException(name + ": '" + text + "' (expected: a number)");
        }
        return Integer.parseInt(text);
    }

    private static String value(
            String word,
            String name,
            Iterator<String> rest,
            Set<String> withValue,
            Set<String> switches) {
        boolean attached = word.length() > name.length();
        if (switches.contains(name) && !attached) {
            return "";
        }
        if (!withValue.contains(name)) {
            throw new UsageException(
                    "'%s' is not understood (expected: %s)"
                            .formatted(word, known(withValue, switches)));
        }
        if (attached) {
            return word.substring(name.length() + 1);
        }
        if (!rest.hasNext()) {
            throw new UsageException(name + " needs a value");
        }
        return rest.next();
    }

    private static String known(Set<String> withValue, Set<String> switches) {
        return Stream.concat(withValue.stream(), switches.stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
