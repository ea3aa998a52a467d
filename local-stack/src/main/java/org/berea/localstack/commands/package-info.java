/** What can be typed after {@code ./berea}, one class for each command. */
@NullMarked
package org.berea.localstack.commands;

import org.jspecify.annotations.NullMarked;
