package org.berea.benchmarks.faults.agent;

/**
 * One change to a method of the product, made when its class is loaded.
 *
 * @param type the class, {@code org.berea.inference.usage.Recorder}
 * @param method its name, and behind a slash how many parameters it has: {@code publish/3}
 * @param argument what the kind needs: the name of a crash point, or what else it says
 */
public record Edit(Kind kind, String type, String method, String argument) {
    private static final String SEPARATOR = "\t";

    /** What is done to the method. */
    public enum Kind {
        /** The process dies before the method does anything. */
        DIE_BEFORE,
        /** The process dies when the method is about to return. */
        DIE_AFTER,
        /** The process dies when what the returned Mono stands for has succeeded. */
        DIE_WHEN_DONE,
        /** Does nothing; returns nothing, zero, false, or an empty Mono or Flux. */
        SKIP,
        /** Does nothing when its first argument is of the class that the argument names. */
        SKIP_FOR,
        /** Returns the number or the truth value that the argument says, without doing anything. */
        ANSWER,
        /** Does what it did, but its exceptions are lost. */
        SWALLOW,
        /** Tells success at once, and does what the returned Mono stands for seconds later. */
        LATER,
        /** Returns the Flux, but an error of it becomes a proper end. */
        END_WELL,
        /** In all texts of the class, whatever the method: one is put for another. */
        REPLACE_TEXT
    }

    /** The edit as a line of a file. */
    public String line() {
        return String.join(SEPARATOR, kind.name(), type, method, argument);
    }

    /** The edit that such a line holds. */
    public static Edit of(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return new Edit(Kind.valueOf(parts[0]), parts[1], parts[2], parts[3]);
    }

    String internalName() {
        return type.replace('.', '/');
    }
}
