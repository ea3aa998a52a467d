/** How text becomes terms: the same for verses, questions and every engine. */
@NullMarked
package org.berea.search.analysis;

import org.jspecify.annotations.NullMarked;
