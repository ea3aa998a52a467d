package org.berea.worker.usfm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a marker means for the text of the verses. The names are those of USFM 3. */
enum MarkerKind {
    BOOK("id"),
    CHAPTER("c"),
    VERSE("v"),
    /** Paragraphs, poetry, lists and table cells: only a space to the text. */
    BREAK(
            "p m po pr cls pmo pm pmc pmr pi mi nb pc ph b pb q qr qm lh li lf lim litl tr th thr"
                    + " thc tc tcr tcc"),
    /** A line of poetry in the middle, which some editions use for acrostic headings. */
    CENTRED("qc"),
    /** Headings, titles, introductions and remarks: not the text, up to the next paragraph. */
    HEADING(
            "ide usfm sts rem h toc toca mt mte ms mr s sr r d sp sd cl cp cd qa qd lit restore"
                    + " periph imt is ip ipi im imi ipq imq ipr ipc iq ib ili iot io iex imte ie"),
    /** Notes, figures and second numberings: not the text, up to their end. */
    NOTE("f fe ef efe x ex fig va vp ca rq cat pro fm"),
    /** A box beside the text, up to {@code \esbe}. */
    SIDEBAR("esb"),
    SIDEBAR_END("esbe"),
    /** Marked words that are the text. */
    WORDS(
            "add addpn bd bdit bk dc efm em it jmp k lik liv nd ndx no ord pn png qac qs rb rt sc"
                    + " sig sls sup tl w wa wg wh wj wr ior iqt xt"),
    /** A point in the text, with attributes, up to the bare closing marker. */
    MILESTONE("ts"),
    /** Somebody's own: ignored. */
    CUSTOM("z");

    private static final Pattern LEVEL = Pattern.compile("\\d+(-\\d+)?$");
    private static final Map<String, MarkerKind> BY_NAME = byName();

    private final String names;

    MarkerKind(String names) {
        this.names = names;
    }

    /** The kind of a marker, whose level (as in {@code q2}, {@code tc1-2}) does not matter. */
    static Optional<MarkerKind> of(String name) {
        if (name.endsWith("-s") || name.endsWith("-e")) {
            return Optional.of(MILESTONE);
        }
        if (name.startsWith("z")) {
            return Optional.of(CUSTOM);
        }
        MarkerKind exact = BY_NAME.get(name);
        return Optional.ofNullable(exact != null ? exact : leveled(name));
    }

    private static @Nullable MarkerKind leveled(String name) {
        MarkerKind kind = BY_NAME.get(LEVEL.matcher(name).replaceFirst(""));
        boolean canHaveLevels = kind != BOOK && kind != CHAPTER && kind != VERSE;
        return canHaveLevels ? kind : null;
    }

    private static Map<String, MarkerKind> byName() {
        var kinds = new HashMap<String, MarkerKind>();
        for (MarkerKind kind : values()) {
            Arrays.stream(kind.names.split(" ")).forEach(name -> kinds.put(name, kind));
        }
        return kinds;
    }
}
