/** What all Lucene indexes of the service have in common. */
@NullMarked
package org.berea.search.lucene;

import org.jspecify.annotations.NullMarked;
