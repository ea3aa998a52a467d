package org.berea.benchmarks.latency;

import java.util.List;

/** A form in which the suite answers. */
enum Form {
    STREAM("text/event-stream", List.of(Moment.FIRST_EVENT, Moment.FIRST_TOKEN, Moment.DONE)),
    BODY("application/json", List.of(Moment.WHOLE_BODY));

    private final String mediaType;
    private final List<Moment> moments;

    Form(String mediaType, List<Moment> moments) {
        this.mediaType = mediaType;
        this.moments = moments;
    }

    String mediaType() {
        return mediaType;
    }

    /** What can be timed in it, in the order in which it happens. */
    List<Moment> moments() {
        return moments;
    }
}
