/** Keeps reminders in PostgreSQL. */
@NullMarked
package org.targetmonitor.desk.jdbc;

import org.jspecify.annotations.NullMarked;
