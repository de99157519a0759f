/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.progress;

import org.jspecify.annotations.NullMarked;
