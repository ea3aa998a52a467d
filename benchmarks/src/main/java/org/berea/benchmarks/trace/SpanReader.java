package org.berea.benchmarks.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the spans of an export request of OTLP. The numbers are those of its definition. */
final class SpanReader {
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int ATTRIBUTES = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING = 1;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_ID = 4;
    private static final int NAME = 5;
    private static final int BEGIN = 7;
    private static final int END = 8;
    private static final int SPAN_ATTRIBUTES = 9;
    private static final int STATUS = 15;
    private static final int CODE = 3;
    private static final long ERROR = 2;

    private SpanReader() {}

    /**
     * @throws IllegalArgumentException when it is no such request
     */
    static List<Span> read(byte[] request) {
        var spans = new ArrayList<Span>();
        for (Fields resource : Fields.read(ByteBuffer.wrap(request)).messages(RESOURCE_SPANS)) {
            String service = service(resource);
            for (Fields scope : resource.messages(SCOPE_SPANS)) {
                scope.messages(SPANS).forEach(span -> spans.add(span(service, span)));
            }
        }
        return spans;
    }

    private static String service(Fields resourceSpans) {
        return resourceSpans.messages(RESOURCE).stream()
                .flatMap(resource -> resource.messages(ATTRIBUTES).stream())
                .flatMap(attribute -> valueOf("service.name", attribute))
                .findFirst()
                .orElse("unknown");
    }

    /** Consumers of one topic bear one name, and are told apart by their groups. */
    private static String name(Fields span) {
        return span.messages(SPAN_ATTRIBUTES).stream()
                .flatMap(attribute -> valueOf("messaging.kafka.consumer.group", attribute))
                .findFirst()
                .map(group -> span.text(NAME) + " by " + group)
                .orElse(span.text(NAME));
    }

    private static Stream<String> valueOf(String key, Fields attribute) {
        return attribute.text(KEY).equals(key)
                ? attribute.messages(VALUE).stream().map(value -> value.text(STRING))
                : Stream.empty();
    }

    private static Span span(String service, Fields span) {
        boolean failed =
                span.messages(STATUS).stream().anyMatch(status -> status.number(CODE) == ERROR);
        return new Span(
                span.hex(TRACE_ID),
                span.hex(SPAN_ID),
                span.hex(PARENT_ID),
                service,
                name(span),
                span.number(BEGIN),
                span.number(END),
                failed);
    }
}
