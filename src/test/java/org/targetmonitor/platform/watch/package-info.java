/** Tests of how the monitor knows whether its database answers. */
@NullMarked
package org.targetmonitor.platform.watch;

import org.jspecify.annotations.NullMarked;
