/** Tests of web. */
@NullMarked
package org.berea.search.web;

import org.jspecify.annotations.NullMarked;
