/** Histories and exports. */
@NullMarked
package org.targetmonitor.report;

import org.jspecify.annotations.NullMarked;
