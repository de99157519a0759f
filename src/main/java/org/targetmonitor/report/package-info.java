/**
 * Figures as tables, for taking away.
 */
@NullMarked
package org.targetmonitor.report;

import org.jspecify.annotations.NullMarked;
