/** Reads what a standing is computed from. */
@NullMarked
package org.targetmonitor.progress.jdbc;

import org.jspecify.annotations.NullMarked;
