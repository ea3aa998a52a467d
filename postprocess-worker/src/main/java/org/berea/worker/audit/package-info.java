/** The audit log: who asked what kind of question, when, and how it ended. */
@NullMarked
package org.berea.worker.audit;

import org.jspecify.annotations.NullMarked;
