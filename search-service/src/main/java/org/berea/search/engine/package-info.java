/**
 * The port to whatever keeps text and vectors and finds them. It answers two plain questions, which
 * verses share words and which lie near a vector; fusing, widening and the life of imports are
 * ours, above every engine.
 */
@NullMarked
package org.berea.search.engine;

import org.jspecify.annotations.NullMarked;
