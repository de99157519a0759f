/** Puts the monitor together: clock, wiring, errors, what is loaded at start. */
@NullMarked
package org.targetmonitor.platform;

import org.jspecify.annotations.NullMarked;
