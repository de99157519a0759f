/** Sends reminders by e-mail. */
@NullMarked
package org.targetmonitor.desk.mail;

import org.jspecify.annotations.NullMarked;
