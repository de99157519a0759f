/**
 * What is decided about a target that lags: deviations that are accepted for a time, and
 * supervision orders.
 */
@NullMarked
package org.targetmonitor.oversight;

import org.jspecify.annotations.NullMarked;
