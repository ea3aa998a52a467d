/**
 * What reservation and usage share: events that are durable once published, in Kafka or, while it
 * is away, in an outbox in Redis that is relayed later.
 */
@NullMarked
package org.berea.inference.events;

import org.jspecify.annotations.NullMarked;
