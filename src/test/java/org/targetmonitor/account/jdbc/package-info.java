/** Tests of the rows of package {@code account}. */
@NullMarked
package org.targetmonitor.account.jdbc;

import org.jspecify.annotations.NullMarked;
