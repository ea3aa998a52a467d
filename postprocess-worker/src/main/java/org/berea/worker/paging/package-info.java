/** How lists of records are read page by page. */
@NullMarked
package org.berea.worker.paging;

import org.jspecify.annotations.NullMarked;
