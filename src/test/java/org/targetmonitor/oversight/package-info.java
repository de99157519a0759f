/** Tests of what was decided about lagging targets. */
@NullMarked
package org.targetmonitor.oversight;

import org.jspecify.annotations.NullMarked;
