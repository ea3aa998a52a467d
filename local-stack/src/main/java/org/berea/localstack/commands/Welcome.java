package org.berea.localstack.commands;

import org.berea.contracts.search.Translation;

/**
 * What a running suite says about itself: its address, a way in, its texts, and a first question.
 */
record Welcome(Home home, int port, Translation searchable) {
    private static final String QUESTION = "What does Romans 8:28 mean in context?";

    String text() {
        return """
        Berea is ready on http://localhost:%1$d

        In a browser (the link signs you in for an hour; ./berea token%5$s --link prints a new one):
          %7$s

        %2$s (%3$s) is loaded: %4$d verses. A whole Bible, in USFM or a zip of it:
          ./berea import FILE --translation CODE%5$s

        Ask it:
          ./berea ask%5$s "%6$s"
        or
          curl -N http://localhost:%1$d/ai/completions -H "Authorization: Bearer $(./berea token%5$s)" -H "Content-Type: application/json" -H "Accept: text/event-stream" -d '{"prompt":"%6$s"}'

        Its figures: http://localhost:%1$d/status

        Ctrl-C or ./berea down%5$s stops it.\
        """
                .formatted(
                        port,
                        searchable.name(),
                        searchable.code(),
                        searchable.verses(),
                        home.dataOption(),
                        QUESTION,
                        TokenCommand.signInLink(home, "http://localhost:" + port));
    }
}
