/**
 * Reporting periods, the rules of when their figures are due, and the working-day
 * calendar those rules count in.
 */
@NullMarked
package org.targetmonitor.period;

import org.jspecify.annotations.NullMarked;
