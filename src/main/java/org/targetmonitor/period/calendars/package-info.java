/**
 * Reads the working-day calendars that ship with the monitor and those an operator adds.
 */
@NullMarked
package org.targetmonitor.period.calendars;

import org.jspecify.annotations.NullMarked;
