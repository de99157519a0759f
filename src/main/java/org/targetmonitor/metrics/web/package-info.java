/** Serves the metrics. */
@NullMarked
package org.targetmonitor.metrics.web;

import org.jspecify.annotations.NullMarked;
