/** The database as a dependency that may be away: migration, readiness, and who hears of it. */
@NullMarked
package org.berea.worker.database;

import org.jspecify.annotations.NullMarked;
