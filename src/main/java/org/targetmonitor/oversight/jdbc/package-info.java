/** Acts of oversight in PostgreSQL. */
@NullMarked
package org.targetmonitor.oversight.jdbc;

import org.jspecify.annotations.NullMarked;
