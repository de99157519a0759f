/**
 * Knows whether the database answers, and keeps everybody from waiting for one that does
 * not.
 */
@NullMarked
package org.targetmonitor.platform.watch;

import org.jspecify.annotations.NullMarked;
