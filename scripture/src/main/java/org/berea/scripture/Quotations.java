package org.berea.scripture;

import java.util.List;

/** Finds what a text quotes. */
public final class Quotations {
    private Quotations() {}

    /**
     * The quotations of the text in order: in straight or curly marks, guillemets or single marks,
     * and blocks whose lines begin with {@code >}. Of nested ones the outermost.
     */
    public static List<Quotation> in(String text) {
        return new QuotationScanner(text).scan();
    }
}
