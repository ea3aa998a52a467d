/** Weaviate keeps the contract, also when it is stopped, paused or killed. */
@NullMarked
package org.berea.search.engine.weaviate;

import org.jspecify.annotations.NullMarked;
