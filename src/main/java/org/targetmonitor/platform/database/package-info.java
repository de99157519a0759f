/** Who owns the tables, who works with them, and who may change their shape. */
@NullMarked
package org.targetmonitor.platform.database;

import org.jspecify.annotations.NullMarked;
