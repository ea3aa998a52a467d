package org.berea.inference.streaming;

import java.time.Duration;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.completion.AnswerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as server-sent events: numbered, tokens as plain data, {@code [DONE]} last. */
@Component
@EnableConfigurationProperties(StreamingSettings.class)
final class Frames {
    private static final String COMMENT = ": keep-alive\n\n";

    private final JsonMapper mapper;
    private final ProblemResponse problems;
    private final Duration keepAlive;

    Frames(JsonMapper mapper, ProblemResponse problems, StreamingSettings settings) {
        this.mapper = mapper;
        this.problems = problems;
        this.keepAlive = settings.keepAlive();
    }

    /** The frames of an answer, with comments in between so that no proxy takes it for dead. */
    Flux<String> of(Flux<AnswerEvent> answer) {
        Flux<String> frames = answer.index((id, event) -> frame(id, event));
        return frames.publish(
                shared ->
                        Flux.merge(
                                shared,
                                keepAlive()
                                        .delaySubscription(shared.next())
                                        .takeUntilOther(shared.then())));
    }

    private Flux<String> keepAlive() {
        return Flux.interval(keepAlive).onBackpressureDrop().map(_ -> COMMENT);
    }

    private String frame(long id, AnswerEvent event) {
        String name = name(event);
        String first = name == null ? "" : "event: " + name + "\n";
        return first + "id: " + id + "\ndata: " + data(event) + "\n\n";
    }

    private static @Nullable String name(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Start _ -> "start";
            case AnswerEvent.Sources _ -> "sources";
            case AnswerEvent.Cited _ -> "citation";
            case AnswerEvent.Noticed _ -> "notice";
            case AnswerEvent.Used _ -> "usage";
            case AnswerEvent.Failed _ -> "error";
            case AnswerEvent.Token _, AnswerEvent.Done _ -> null;
        };
    }

    /** JSON has no line breaks of its own, so one data line holds it. */
    private String data(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Done _ -> "[DONE]";
            case AnswerEvent.Cited(var citation) -> mapper.writeValueAsString(citation);
            case AnswerEvent.Noticed(var notice) -> mapper.writeValueAsString(notice);
            case AnswerEvent.Used(var usage) -> mapper.writeValueAsString(usage);
            case AnswerEvent.Failed(var problem) ->
                    mapper.writeValueAsString(problems.complete(problem));
            case AnswerEvent.Start _, AnswerEvent.Sources _, AnswerEvent.Token _ ->
                    mapper.writeValueAsString(event);
        };
    }
}
