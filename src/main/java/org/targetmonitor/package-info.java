/**
 * The target monitor: yearly targets kept next to the figures that are reported for them.
 */
@NullMarked
package org.targetmonitor;

import org.jspecify.annotations.NullMarked;
