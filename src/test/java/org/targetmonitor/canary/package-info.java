/**
 * Classes that each break a rule of the architecture, so that a rule that cannot fail is
 * noticed.
 */
@NullMarked
package org.targetmonitor.canary;

import org.jspecify.annotations.NullMarked;
