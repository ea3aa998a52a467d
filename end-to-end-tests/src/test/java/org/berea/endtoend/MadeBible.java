package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Some thousand verses that nobody else wrote, packed as whole Bibles are; and how it is spoilt.
 */
final class MadeBible {
    /** Code, chapters, and verses that each of the chapters has at least. */
    private record Plan(String code, int chapters, int verses) {}

    private static final List<Plan> BOOKS =
            List.of(
                    new Plan("GEN", 50, 16),
                    new Plan("EXO", 40, 10),
                    new Plan("NUM", 36, 13),
                    new Plan("DEU", 34, 12),
                    new Plan("MAT", 28, 17),
                    new Plan("LUK", 24, 20));
    private static final List<String> WHO =
            List.of(
                    "A shepherd",
                    "The baker",
                    "Her brother",
                    "A king",
                    "Nobody",
                    "The widow",
                    "An old sailor");
    private static final List<String> DID =
            List.of(
                    "carried",
                    "forgot",
                    "sold",
                    "found",
                    "painted",
                    "counted",
                    "hid",
                    "remembered",
                    "broke",
                    "blessed",
                    "weighed");
    private static final List<String> WHAT =
            List.of(
                    "seven lamps",
                    "the stone gate",
                    "a red boat",
                    "the bread of the village",
                    "two bells",
                    "a letter",
                    "the heavy door",
                    "four olive trees",
                    "a silver ring",
                    "the well",
                    "his coat",
                    "a basket of figs",
                    "the long road");

    static final int VERSES = BOOKS.stream().mapToInt(b -> b.chapters() * b.verses()).sum();

    private MadeBible() {}

    static Path write(Path zip) {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            add(out, "00-FRT.usfm", "\\id FRT\n\\mt1 Preface\n\\p Made for a test.\n");
            for (int at = 0; at < BOOKS.size(); at++) {
                add(out, "%02d-%s.usfm".formatted(at + 1, BOOKS.get(at).code()), book(at));
            }
            add(out, "licence.txt", "free");
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy with a note in the middle of one book that is never closed. */
    static Path spoilt(Path zip, String book, Path copy) {
        try (var in = new ZipFile(zip.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry : in.stream().toList()) {
                String text = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
                int middle = text.indexOf("\n\\v ", text.length() / 2);
                boolean meant = entry.getName().endsWith(book);
                add(
                        out,
                        entry.getName(),
                        meant
                                ? text.substring(0, middle)
                                        + "\\f + \\ft lost"
                                        + text.substring(middle)
                                : text);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String book(int number) {
        Plan plan = BOOKS.get(number);
        var usfm = new StringBuilder("\\id " + plan.code() + " made\n\\h A book\n\\mt1 A book\n");
        for (int chapter = 1; chapter <= plan.chapters(); chapter++) {
            usfm.append("\\c ").append(chapter).append("\n\\s1 A heading\n\\p\n");
            for (int verse = 1; verse <= plan.verses(); verse++) {
                usfm.append("\\v %d %s%n".formatted(verse, sentence(number, chapter, verse)));
            }
        }
        return usfm.toString();
    }

    private static String sentence(int book, int chapter, int verse) {
        int seed = book * 7_919 + chapter * 131 + verse * 17;
        return "\\w %s|strong=\"G1\"\\w* %s %s\\f + \\ft a note\\f* on day %d, and told \\nd number %d-%d-%d\\nd* of it."
                .formatted(
                        WHO.get(seed % WHO.size()),
                        DID.get(seed % DID.size()),
                        WHAT.get(seed % WHAT.size()),
                        seed % 365,
                        book,
                        chapter,
                        verse);
    }

    private static void add(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(UTF_8));
        out.closeEntry();
    }
}
