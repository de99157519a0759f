/**
 * The quarter's work of those who submit and review: what is due from whom, drafts, what
 * is entered in a browser or a sheet, the queue of what waits for review, reminders.
 */
@NullMarked
package org.targetmonitor.desk;

import org.jspecify.annotations.NullMarked;
