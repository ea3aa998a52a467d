package org.berea.worker.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The trace that began at the gateway; it came along in the event's headers. */
final class TraceParent {
    private static final String HEADER = "traceparent";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

    private TraceParent() {}

    /** The id of the first trace that is named: what sent the event on may have added its own. */
    static @Nullable String idIn(ConsumerRecord<?, ?> delivery) {
        for (Header header : delivery.headers().headers(HEADER)) {
            Matcher form = FORM.matcher(new String(header.value(), UTF_8));
            if (form.matches()) {
                return form.group(1);
            }
        }
        return null;
    }
}
