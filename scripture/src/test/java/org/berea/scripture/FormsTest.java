package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hundreds of forms from real life and of prose that only sounds like them, in one list. */
class FormsTest {
    private static final String NOTHING = "-";

    /**
     * A line of the list.
     *
     * @param expected {@code ROM.8.28 ROM.8.30; JHN.3.16}, {@code !}, {@code ?} or {@code -}
     */
    private record Form(String text, String expected) {
        String found() {
            String found =
                    References.in(text).stream().map(Form::tell).collect(Collectors.joining("; "));
            return found.isEmpty() ? NOTHING : found;
        }

        boolean isRight() {
            return found().equals(expected);
        }

        private static String tell(Found found) {
            return switch (found) {
                case Found.Resolved resolved ->
                        resolved.ranges().stream()
                                .map(VerseRange::wire)
                                .collect(Collectors.joining(" "));
                case Found.Nonexistent _ -> "!";
                case Found.Unanchored _ -> "?";
            };
        }

        private static Set<VerseRef> verses(String told) {
            return Stream.of(told.split("[; ]+"))
                    .flatMap(wire -> VerseRange.parse(wire).stream())
                    .flatMap(range -> range.verses().stream())
                    .collect(Collectors.toSet());
        }

        Set<VerseRef> expectedVerses() {
            return verses(expected);
        }

        Set<VerseRef> foundVerses() {
            return verses(found());
        }
    }

    private static final List<Form> FORMS = read();

    @Test
    void areAllReadAsTheyAreMeant() {
        assertThat(FORMS).hasSizeGreaterThan(500);
        assertThat(FORMS.stream().filter(form -> !form.isRight()))
                .extracting(form -> form.text() + " | " + form.found() + " but " + form.expected())
                .isEmpty();
    }

    /** Counted as an evaluation from outside would: by verses, a line at a time. */
    @Test
    void arePreciselyAndCompletelyFound() {
        int right = 0;
        int found = 0;
        int expected = 0;
        for (Form form : FORMS) {
            Set<VerseRef> both = new HashSet<>(form.expectedVerses());
            both.retainAll(form.foundVerses());
            right += both.size();
            found += form.foundVerses().size();
            expected += form.expectedVerses().size();
        }
        System.out.printf(
                Locale.ROOT,
                "%d forms: precision %.4f (%d of %d verses), recall %.4f (%d of %d)%n",
                FORMS.size(),
                (double) right / found,
                right,
                found,
                (double) right / expected,
                right,
                expected);
        assertThat((double) right / found).isGreaterThanOrEqualTo(0.99);
        assertThat((double) right / expected).isGreaterThanOrEqualTo(0.99);
    }

    private static List<Form> read() {
        try (InputStream stream = FormsTest.class.getResourceAsStream("forms.txt")) {
            byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(FormsTest::form)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form form(String line) {
        int bar = line.lastIndexOf(" | ");
        return new Form(line.substring(0, bar), line.substring(bar + 3).strip());
    }
}
