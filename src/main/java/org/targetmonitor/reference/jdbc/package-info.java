/** Keeps reference figures in PostgreSQL. */
@NullMarked
package org.targetmonitor.reference.jdbc;

import org.jspecify.annotations.NullMarked;
