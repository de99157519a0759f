/**
 * Periods, and the calendar that tells when their figures are due.
 */
@NullMarked
package org.targetmonitor.period;

import org.jspecify.annotations.NullMarked;
