package org.targetmonitor.progress;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.oversight.Deviation;

/**
 * What was decided about a target.
 *
 * @param accepted the deviation that is accepted today; null for none
 * @param openOrders how many of its supervision orders are not closed
 */
public record Supervision(@Nullable Deviation accepted, int openOrders) {

	static final Supervision NONE = new Supervision(null, 0);

}
