/**
 * How targets stand: the formulas live here and nowhere else.
 */
@NullMarked
package org.targetmonitor.progress;

import org.jspecify.annotations.NullMarked;
