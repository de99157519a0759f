/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.plan;

import org.jspecify.annotations.NullMarked;
