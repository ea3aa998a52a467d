/** The Kafka topics of the suite, which the worker creates. */
@NullMarked
package org.berea.worker.topics;

import org.jspecify.annotations.NullMarked;
