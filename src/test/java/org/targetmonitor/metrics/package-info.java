/** Tests of the metrics, from a single unit to a real Prometheus. */
@NullMarked
package org.targetmonitor.metrics;

import org.jspecify.annotations.NullMarked;
