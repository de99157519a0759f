/** Keeps accounts in PostgreSQL. */
@NullMarked
package org.targetmonitor.account.jdbc;

import org.jspecify.annotations.NullMarked;
