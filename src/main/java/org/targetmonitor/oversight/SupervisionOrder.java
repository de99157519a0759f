package org.targetmonitor.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.targetmonitor.plan.Plan;

/**
 * A supervision order (督办单) with all that was done with it, the oldest first.
 *
 * @param number its number within the plan
 * @param acts its acts; the first one issues it
 */
public record SupervisionOrder(int number, List<OrderAct> acts) {

	public SupervisionOrder {
		acts = List.copyOf(acts);
	}

	public String indicator() {
		return issued().indicator();
	}

	public OrderAct issued() {
		return this.acts.getFirst();
	}

	/** The last day on which the reply that is or was asked for is in time. */
	public LocalDate due() {
		return this.acts.stream()
			.filter((act) -> act.kind() == OrderAct.Kind.ISSUED || act.kind() == OrderAct.Kind.RETURNED)
			.map(OrderAct::day)
			.filter(Objects::nonNull)
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	/**
	 * Where it stands on a local day; the due day itself is in time. A plan's closing
	 * ends what was not settled: nothing of it is overdue for ever.
	 */
	public OrderState state(Plan plan, LocalDate today) {
		if (!isClosed() && !today.isBefore(plan.closes())) {
			return OrderState.LAPSED;
		}
		return switch (this.acts.getLast().kind()) {
			case ISSUED, RETURNED -> today.isAfter(due()) ? OrderState.OVERDUE : OrderState.OPEN;
			case REPLIED -> OrderState.REPLIED;
			case CLOSED -> OrderState.CLOSED;
		};
	}

	public boolean isClosed() {
		return this.acts.getLast().kind() == OrderAct.Kind.CLOSED;
	}

}
