/** What can be said of the page's files without a browser. */
@NullMarked
package org.berea.webclient;

import org.jspecify.annotations.NullMarked;
