package org.berea.contracts.caller;

/** The scopes a token may hold. */
public final class Scopes {
    public static final String QUOTA_ADMIN = "quota:admin";
    public static final String CORPUS_ADMIN = "corpus:admin";

    private Scopes() {}
}
