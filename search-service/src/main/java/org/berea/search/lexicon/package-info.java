/**
 * The terms of whole editions in memory, so that ranking knows how any verse, its surroundings and
 * its chapter speak of a question, whichever engine found it.
 */
@NullMarked
package org.berea.search.lexicon;

import org.jspecify.annotations.NullMarked;
