package org.berea.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.berea.benchmarks.faults.FaultsMeasurement;
import org.berea.benchmarks.faults.agent.Edit;
import org.berea.benchmarks.faults.sabotage.BuiltClasses;
import org.berea.benchmarks.faults.sabotage.CrashPoint;
import org.berea.benchmarks.faults.sabotage.Plant;
import org.berea.localstack.commands.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is lost and nothing counts twice, whoever dies. */
@Timeout(600)
class FaultsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyCrashPointAndEveryPlantedBugFitsTheProduct() {
        var classes = new BuiltClasses(PROJECT);
        List<Edit> edits =
                Arrays.stream(Plant.values()).flatMap(plant -> plant.edits().stream()).toList();

        assertThatCode(() -> classes.check(edits)).doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                classes.check(
                                        CrashPoint.all().stream().map(CrashPoint::edit).toList()))
                .doesNotThrowAnyException();
        assertThat(Plant.values()).hasSizeGreaterThanOrEqualTo(10);
    }

    /** How soon parts serve again is measured on a machine that does nothing else. */
    @Test
    void fiveKillsLoseNothingAndDoubleNothing() throws InterruptedException {
        System.setProperty("berea.home", PROJECT.toString());
        var said = new ByteArrayOutputStream();
        var terminal =
                new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), System.err);

        int code =
                new FaultsMeasurement(terminal)
                        .run(
                                List.of(
                                        "--kills",
                                        "5",
                                        "--seed",
                                        "5",
                                        "--callers",
                                        "4",
                                        "--recovery",
                                        "60s"));

        String text = said.toString(StandardCharsets.UTF_8);
        System.out.println(text);
        assertThat(code).as(text).isZero();
        assertThat(text).contains("5 of them kills");
    }
}
