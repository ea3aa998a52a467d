/** Reads Bible text in USFM and refuses what is broken, naming file, line and marker. */
@NullMarked
package org.berea.worker.usfm;

import org.jspecify.annotations.NullMarked;
