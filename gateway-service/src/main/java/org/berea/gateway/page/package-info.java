/** The web client: its files, the headers that keep browsers safe, and what browsers report. */
@NullMarked
package org.berea.gateway.page;

import org.jspecify.annotations.NullMarked;
