package org.berea.embedding.bulk;

/**
 * What a record of a topic turned out to be.
 *
 * @param <E> the topic's events
 */
sealed interface ReadRecord<E> {
    record Event<E>(E event) implements ReadRecord<E> {}

    /** Another type of event, which newer services may publish here, or a deleted record. */
    record NotForUs<E>() implements ReadRecord<E> {}

    record Undecodable<E>(String why) implements ReadRecord<E> {}
}
