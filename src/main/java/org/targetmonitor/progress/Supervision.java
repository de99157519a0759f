package org.targetmonitor.progress;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.SupervisionOrder;

/**
 * What was decided about a target.
 *
 * @param accepted the deviation that is accepted today; null for none
 * @param openOrders its supervision orders that are not closed, the newest first
 */
public record Supervision(@Nullable Deviation accepted, List<SupervisionOrder> openOrders) {

	static final Supervision NONE = new Supervision(null, List.of());

	public Supervision {
		openOrders = List.copyOf(openOrders);
	}

}
