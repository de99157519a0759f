/** Tests of the rows of package {@code desk}. */
@NullMarked
package org.targetmonitor.desk.jdbc;

import org.jspecify.annotations.NullMarked;
