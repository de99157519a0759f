/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.period;

import org.jspecify.annotations.NullMarked;
