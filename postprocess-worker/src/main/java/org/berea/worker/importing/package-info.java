/** Imports translations: verses of record in the database, then an event for each chapter. */
@NullMarked
package org.berea.worker.importing;

import org.jspecify.annotations.NullMarked;
