/** What is published to Kafka: versioned, self-checking, additive. */
@NullMarked
package org.berea.contracts.event;

import org.jspecify.annotations.NullMarked;
