package org.berea.worker.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.berea.worker.Mutations;
import org.berea.worker.RunningWorker;
import org.berea.worker.Suite;
import org.berea.worker.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent may be damaged in any way. */
@ExtendWith(Suite.class)
class DamagedImportTest {
    private static final int TRIES = 150;
    private static final String PATH = "/admin/translations/FUZZ";

    private final RunningWorker worker;

    DamagedImportTest(RunningWorker worker) {
        this.worker = worker;
    }

    @Test
    void isTakenAsAWholeOrChangesNothing() {
        var mutations = new Mutations(4);
        byte[] usfm = Bible.bytes(Bible.book("JHN", 4, "\\nd Lord\\nd*\\f + \\ft note\\f*"));
        var files = new LinkedHashMap<String, byte[]>();
        files.put("1.usfm", usfm);
        files.put("2.usfm", Bible.bytes(Bible.book("JUD", 1, "word")));
        assertThat(put(Zips.of(files))).isEqualTo(202);
        var answers = new HashMap<Integer, Integer>();
        for (int i = 0; i < TRIES; i++) {
            answers.merge(putDamaged(i, mutations, files), 1, Integer::sum);
        }
        System.out.println("of " + TRIES + " damaged files: " + answers);
        assertThat(answers).containsKey(400);
        assertThat(answers.keySet()).isSubsetOf(200, 202, 400, 413);
    }

    private int putDamaged(int turn, Mutations mutations, LinkedHashMap<String, byte[]> files) {
        String before = importId();
        long start = System.nanoTime();
        int status =
                switch (turn % 3) {
                    case 0 -> put(mutations.of(files.firstEntry().getValue()));
                    case 1 -> put(mutations.of(Zips.of(files)));
                    default -> put(zipWithOneDamaged(mutations, files));
                };
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        if (status >= 400) {
            assertThat(importId()).isEqualTo(before);
        }
        return status;
    }

    private static byte[] zipWithOneDamaged(
            Mutations mutations, LinkedHashMap<String, byte[]> files) {
        var damaged = new LinkedHashMap<>(files);
        damaged.put("1.usfm", mutations.of(files.firstEntry().getValue()));
        return Zips.of(damaged);
    }

    private int put(byte[] body) {
        var response = worker.put(RunningWorker.corpusAdmin(), PATH, body);
        if (response.statusCode() == 400) {
            assertThat(RunningWorker.json(response).get("detail").asString())
                    .matches("(?s)body: .+ \\(expected: .+\\)");
        }
        return response.statusCode();
    }

    private String importId() {
        return RunningWorker.json(worker.get(RunningWorker.corpusAdmin(), PATH))
                .get("importId")
                .asString();
    }
}
