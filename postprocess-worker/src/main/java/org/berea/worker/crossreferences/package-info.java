/** Imports cross references: rows of record in the database, then an event for each chapter. */
@NullMarked
package org.berea.worker.crossreferences;

import org.jspecify.annotations.NullMarked;
