/**
 * The canon, references as people write them, verse ranges, and quotations held against their
 * verses.
 */
@NullMarked
package org.berea.scripture;

import org.jspecify.annotations.NullMarked;
