/** What routing and usage share: grants of tokens and money, and the daily budget. */
@NullMarked
package org.berea.inference.reservation;

import org.jspecify.annotations.NullMarked;
