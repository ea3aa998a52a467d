package org.berea.inference.events;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes an event durable: in Kafka or, when that fails or hesitates, in the outbox. Whichever
 * confirms first counts; both may have it then.
 */
@Component
final class Stores {
    /** So that two events of one answer cost less than a second more when Kafka says nothing. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final KafkaSender kafka;
    private final Outbox outbox;

    /** Where an event is now durable. */
    enum Place {
        ACKNOWLEDGED,
        OUTBOX
    }

    Stores(KafkaSender kafka, Outbox outbox) {
        this.kafka = kafka;
        this.outbox = outbox;
    }

    /** An error when neither confirmed it. */
    Mono<Place> store(Envelope event) {
        return acknowledgedOrKept(kafka.send(event), event);
    }

    /** The same for an event that was refused before. */
    Mono<Place> storeAgain(Envelope event) {
        return acknowledgedOrKept(kafka.resend(event), event);
    }

    private Mono<Place> acknowledgedOrKept(Mono<Void> sending, Envelope event) {
        Mono<Place> sent = sending.thenReturn(Place.ACKNOWLEDGED).cache();
        Mono<Void> outOfPatience =
                Mono.firstWithSignal(Mono.delay(PATIENCE).then(), sent.onErrorComplete().then());
        Mono<Place> kept =
                outOfPatience.then(Mono.defer(() -> outbox.append(event))).thenReturn(Place.OUTBOX);
        return Mono.firstWithValue(sent, kept);
    }
}
