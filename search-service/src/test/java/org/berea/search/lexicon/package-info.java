/** Tests of lexicons. */
@NullMarked
package org.berea.search.lexicon;

import org.jspecify.annotations.NullMarked;
