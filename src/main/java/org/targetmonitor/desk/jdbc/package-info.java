/** Keeps reminders and drafts in PostgreSQL. */
@NullMarked
package org.targetmonitor.desk.jdbc;

import org.jspecify.annotations.NullMarked;
