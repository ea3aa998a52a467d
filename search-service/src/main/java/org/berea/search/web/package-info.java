/** The edge: HTTP in and out, work on pools of its own. */
@NullMarked
package org.berea.search.web;

import org.jspecify.annotations.NullMarked;
