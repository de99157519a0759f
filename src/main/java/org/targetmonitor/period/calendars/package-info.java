/** Loads the calendars of working days. */
@NullMarked
package org.targetmonitor.period.calendars;

import org.jspecify.annotations.NullMarked;
