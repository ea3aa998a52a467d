/**
 * Which imports of which translations are in the index, how far each has come, and which serves.
 */
@NullMarked
package org.berea.search.editions;

import org.jspecify.annotations.NullMarked;
