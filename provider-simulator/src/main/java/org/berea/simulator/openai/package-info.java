/** The wire format of OpenAI's API: requests, answers, stream chunks and errors. */
@NullMarked
package org.berea.simulator.openai;

import org.jspecify.annotations.NullMarked;
