package org.targetmonitor.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All acts of oversight of one plan, in the order in which they were recorded.
 *
 * @param deviations acts on accepted deviations
 * @param orderActs acts on supervision orders
 */
public record Oversight(List<DeviationAct> deviations, List<OrderAct> orderActs) {

	/** Of a plan of which nothing was decided. */
	public static final Oversight NONE = new Oversight(List.of(), List.of());

	public Oversight {
		deviations = List.copyOf(deviations);
		orderActs = List.copyOf(orderActs);
	}

	/** What was known at a moment. */
	public Oversight asOf(Instant moment) {
		return new Oversight(this.deviations.stream().filter((act) -> !act.knownFrom().isAfter(moment)).toList(),
				this.orderActs.stream().filter((act) -> !act.knownFrom().isAfter(moment)).toList());
	}

	/** The target's last act on a deviation, whether it still counts or not. */
	public Optional<DeviationAct> last(String indicator) {
		return this.deviations.stream()
			.filter((act) -> act.indicator().equals(indicator))
			.max(Comparator.comparingInt(DeviationAct::number));
	}

	/** The deviation that is accepted on a local day. */
	public Optional<Deviation> accepted(String indicator, LocalDate today) {
		return last(indicator).flatMap((act) -> Optional.ofNullable(act.accepted()))
			.filter((deviation) -> !today.isAfter(deviation.until()));
	}

	/** Every order, the newest first. */
	public List<SupervisionOrder> orders() {
		Map<Integer, List<OrderAct>> orders = this.orderActs.stream()
			.sorted(Comparator.comparingInt(OrderAct::number))
			.collect(Collectors.groupingBy(OrderAct::order, () -> new TreeMap<>(Comparator.reverseOrder()),
					Collectors.toList()));
		return orders.entrySet()
			.stream()
			.map((order) -> new SupervisionOrder(order.getKey(), order.getValue()))
			.toList();
	}

	public Optional<SupervisionOrder> order(int number) {
		return orders().stream().filter((order) -> order.number() == number).findFirst();
	}

	/** A target's orders that are not closed, the newest first. */
	public List<SupervisionOrder> openOrders(String indicator) {
		return orders().stream().filter((order) -> order.indicator().equals(indicator) && !order.isClosed()).toList();
	}

}
