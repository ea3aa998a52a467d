/** What the worker remembers and serves: reading history, imports, reviews, dead letters. */
@NullMarked
package org.berea.contracts.records;

import org.jspecify.annotations.NullMarked;
