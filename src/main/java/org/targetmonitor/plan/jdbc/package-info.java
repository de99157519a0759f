/** Keeps plans in PostgreSQL. */
@NullMarked
package org.targetmonitor.plan.jdbc;

import org.jspecify.annotations.NullMarked;
