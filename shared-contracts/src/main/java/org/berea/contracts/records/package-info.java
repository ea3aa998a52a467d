/** What the worker remembers and serves: reading history and imports. */
@NullMarked
package org.berea.contracts.records;

import org.jspecify.annotations.NullMarked;
