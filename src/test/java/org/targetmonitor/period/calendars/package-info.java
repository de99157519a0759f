/**
 * Tests of how calendar files are found and read.
 */
@NullMarked
package org.targetmonitor.period.calendars;

import org.jspecify.annotations.NullMarked;
