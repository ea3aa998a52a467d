/**
 * Real PostgreSQL, Redis and Kafka on 127.0.0.1, from Maven artifacts, with data that outlives
 * them.
 */
@NullMarked
package org.berea.localstack.servers;

import org.jspecify.annotations.NullMarked;
