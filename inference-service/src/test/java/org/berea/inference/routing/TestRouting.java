package org.berea.inference.routing;

import static org.berea.inference.models.SizeClass.EXTRACTIVE;
import static org.berea.inference.models.SizeClass.LARGE;
import static org.berea.inference.models.SizeClass.MEDIUM;
import static org.berea.inference.models.SizeClass.SMALL;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Task;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.FakeModel;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.Models;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.prompting.Prompts;
import org.berea.inference.reservation.TestReservations;
import org.berea.inference.routing.RoutingSettings.Ladder;
import org.berea.metering.DailyLimits;
import org.berea.metering.InMemoryDailyLimits;
import reactor.core.publisher.Mono;

/** Routing over fake models, with the default ladders and limits of its own. */
public final class TestRouting {
    private static final Map<Task, Ladder> LADDERS =
            Map.of(
                    Task.VERSE_LOOKUP, new Ladder(List.of(SMALL, EXTRACTIVE), 600),
                    Task.DEFINITION, new Ladder(List.of(SMALL, EXTRACTIVE), 400),
                    Task.SUMMARIZATION, new Ladder(List.of(MEDIUM, SMALL, EXTRACTIVE), 900),
                    Task.STUDY_GUIDE, new Ladder(List.of(LARGE, MEDIUM, EXTRACTIVE), 1_800),
                    Task.DEEP_DIVE, new Ladder(List.of(LARGE), 2_500));

    public final FakeModel small = new FakeModel("small", SMALL, 1_000_000);
    public final FakeModel medium = new FakeModel("medium", MEDIUM, 1_000_000);
    public final FakeModel large = new FakeModel("large", LARGE, 1_000_000);
    public final FakeModel extractive = new FakeModel("extractive", EXTRACTIVE, 0);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final DailyLimits limits = new InMemoryDailyLimits();

    public Routing routing() {
        return routing("1", 100_000);
    }

    public Routing routing(String dollars, long tokens) {
        return routing(dollars, tokens, small, medium, large);
    }

    public Routing routing(String dollars, long tokens, LanguageModel... hosted) {
        return routing(limits, dollars, tokens, hosted);
    }

    public Routing routing(
            DailyLimits store, String dollars, long tokens, LanguageModel... hosted) {
        var reservations = new TestReservations(store, meters, dollars, tokens).get();
        var settings = new RoutingSettings(LADDERS, Duration.ofSeconds(2), 3);
        var models = new Models(List.of(hosted), extractive);
        return new Routing(
                new Candidates(models, settings, reservations, Prompts.PROMPTING),
                reservations,
                Prompts.COUNTER,
                new Accounting(meters, models),
                settings);
    }

    /** The route that routing chooses for the question and all it may spend. */
    public static Mono<Route> choose(Routing routing, AdmittedQuestion question, Prompt prompt) {
        return routing.choose(question, prompt, routing.spending(question));
    }
}
