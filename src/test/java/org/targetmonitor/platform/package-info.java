/** Tests of how the monitor runs: what it starts with, and what it survives. */
@NullMarked
package org.targetmonitor.platform;

import org.jspecify.annotations.NullMarked;
