package org.berea.inference.safeguards;

/** Whether a place in a text lies inside double quotation marks. */
final class QuoteDepth {
    private boolean straight;
    private int curly;

    void see(CharSequence text, int at) {
        switch (text.charAt(at)) {
            case '"' -> straight = !straight;
            case '“', '«', '„' -> curly++;
            case '”', '»' -> curly = Math.max(0, curly - 1);
            default -> {}
        }
    }

    boolean isOpen() {
        return straight || curly > 0;
    }
}
