/**
 * The vectors of verses blended with those of the verses that cross references tie to them, in
 * memory: what a passage is about shows in what it is read together with.
 */
@NullMarked
package org.berea.search.meaning;

import org.jspecify.annotations.NullMarked;
