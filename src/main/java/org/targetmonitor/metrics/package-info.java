/**
 * The standing as Prometheus metrics.
 */
@NullMarked
package org.targetmonitor.metrics;

import org.jspecify.annotations.NullMarked;
