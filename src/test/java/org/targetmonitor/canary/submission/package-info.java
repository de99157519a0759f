/** Breaks rules on purpose. */
@NullMarked
package org.targetmonitor.canary.submission;

import org.jspecify.annotations.NullMarked;
