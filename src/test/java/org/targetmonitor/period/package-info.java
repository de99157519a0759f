/**
 * Tests of periods, due dates and the working-day calendar.
 */
@NullMarked
package org.targetmonitor.period;

import org.jspecify.annotations.NullMarked;
