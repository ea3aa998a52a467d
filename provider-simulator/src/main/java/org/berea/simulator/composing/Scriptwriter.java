package org.berea.simulator.composing;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.berea.simulator.behaviour.Applied;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.behaviour.Directives;
import org.berea.simulator.behaviour.Fault;
import org.berea.simulator.openai.ChatRequest;
import org.berea.simulator.openai.Message;
import tools.jackson.databind.JsonNode;

/** Decides what a request is answered with: text or JSON, good or bad, up to which limit. */
public final class Scriptwriter {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private Scriptwriter() {}

    public static Script write(ChatRequest request, Applied applied) {
        Behaviour behaviour = applied.behaviour();
        String text = stopped(text(request, applied), request.stop());
        List<String> tokens = Tokens.of(text);
        if (behaviour.has(Fault.ENDLESS)) {
            return new Script(Tokens.of(text + " "), true, "stop");
        }
        return limited(tokens, request.outputLimit());
    }

    private static String text(ChatRequest request, Applied applied) {
        Behaviour behaviour = applied.behaviour();
        List<String> sentences = tampered(sentences(request, applied), behaviour);
        return switch (behaviour.faultOrNone()) {
            case BROKEN_JSON -> StructuredAnswer.broken(structured(request, sentences));
            case UNFIT_JSON -> StructuredAnswer.UNFIT;
            default ->
                    behaviour.text() == null && wantsJson(request)
                            ? structured(request, sentences)
                            : String.join(" ", sentences);
        };
    }

    private static List<String> sentences(ChatRequest request, Applied applied) {
        String literal = applied.behaviour().text();
        return literal == null
                ? AnswerComposer.sentences(Prompt.of(request.messages(), applied.correction()))
                : List.of(SENTENCE_END.split(literal));
    }

    private static List<String> tampered(List<String> sentences, Behaviour behaviour) {
        if (behaviour.has(Fault.INVENTED_CITATION)) {
            return TextFaults.withInventedCitation(sentences, behaviour);
        }
        return behaviour.has(Fault.ALTERED_QUOTATION)
                ? TextFaults.withAlteredQuotation(sentences, behaviour)
                : sentences;
    }

    private static boolean wantsJson(ChatRequest request) {
        return request.wantsJson() || SchemaInPrompt.find(instructions(request)).isPresent();
    }

    private static String structured(ChatRequest request, List<String> sentences) {
        JsonNode schema =
                request.schema()
                        .or(() -> SchemaInPrompt.find(instructions(request)))
                        .orElseGet(SchemaInPrompt::plainAnswer);
        return StructuredAnswer.fitting(schema, sentences);
    }

    private static String instructions(ChatRequest request) {
        return request.messages().stream()
                .filter(message -> !message.isFrom("assistant"))
                .map(Message::content)
                .map(Directives::without)
                .collect(Collectors.joining("\n"));
    }

    private static String stopped(String text, List<String> stops) {
        int end =
                stops.stream()
                        .filter(stop -> !stop.isEmpty())
                        .mapToInt(text::indexOf)
                        .filter(index -> index >= 0)
                        .min()
                        .orElse(text.length());
        return text.substring(0, end);
    }

    private static Script limited(List<String> tokens, OptionalInt limit) {
        int most = limit.orElse(Integer.MAX_VALUE);
        return tokens.size() > most
                ? new Script(tokens.subList(0, most), false, "length")
                : new Script(tokens, false, "stop");
    }
}
