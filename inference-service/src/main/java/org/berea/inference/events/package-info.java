/**
 * What reservation and usage share: publishing to Kafka, acknowledged or refused within a second.
 */
@NullMarked
package org.berea.inference.events;

import org.jspecify.annotations.NullMarked;
