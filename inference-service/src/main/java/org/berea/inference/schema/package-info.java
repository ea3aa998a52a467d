/**
 * What admission, prompting and safeguards share: the JSON Schema that a structured answer fits.
 */
@NullMarked
package org.berea.inference.schema;

import org.jspecify.annotations.NullMarked;
