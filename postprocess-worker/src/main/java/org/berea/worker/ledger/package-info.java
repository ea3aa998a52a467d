/** The usage ledger: one row for what each question cost. */
@NullMarked
package org.berea.worker.ledger;

import org.jspecify.annotations.NullMarked;
