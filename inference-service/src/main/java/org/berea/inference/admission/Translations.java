package org.berea.inference.admission;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Which translations can be asked about. */
interface Translations {
    /** The codes that are loaded, as last known; empty while nobody could tell. Never an error. */
    Mono<Set<String>> loaded();
}
