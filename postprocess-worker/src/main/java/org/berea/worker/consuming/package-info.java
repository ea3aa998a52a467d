/**
 * What consumers share: reading events tolerantly, applying each exactly once, giving up on poison.
 */
@NullMarked
package org.berea.worker.consuming;

import org.jspecify.annotations.NullMarked;
